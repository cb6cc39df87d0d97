package io.footnote.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.Application;
import io.footnote.answer.Source;
import io.footnote.answer.Timeline;
import io.footnote.answer.Timeline.Event;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code timeline}: what happened when. */
@Command(name = "timeline", description = "Give the dated events of the articles in their order, each cited.")
final class TimelineCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;

    @Mixin
    private ArticleOptions articles = new ArticleOptions();

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    TimelineCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Timeline timeline = Timeline.of(articles.read(application), new Annotator(Lexicon.english()));
        if (json) {
            terminal.out().println(json(timeline));
            return 0;
        }
        for (Event event : timeline.events()) {
            Source source = event.source();
            terminal.out()
                    .println(event.when().label() + "  " + AnswerText.oneLine(source.text()) + " [" + source.n() + "]");
        }
        if (timeline.events().isEmpty()) {
            terminal.out().println("No sentence that can be cited gives a date.");
        } else {
            terminal.out().println();
            AnswerText.printPlaces(terminal.out(), sources(timeline));
        }
        if (!timeline.dated()) {
            terminal.note("it is not known when every article was published, so days such as “on Friday” are left out;"
                    + " footnote article add --published says when.");
        }
        return 0;
    }

    private static String json(Timeline timeline) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ArrayNode events = object.putArray("events");
        for (Event event : timeline.events()) {
            ObjectNode one = events.addObject();
            one.put("when", event.when().label());
            one.put("first", event.when().first().toString());
            one.put("last", event.when().last().toString());
            one.put("text", event.source().text());
            one.putArray("citations").add(event.source().n());
        }
        AnswerJson.putSources(object.putArray("sources"), sources(timeline));
        return object.toString();
    }

    private static List<Source> sources(Timeline timeline) {
        return timeline.events().stream().map(Event::source).toList();
    }
}
