package io.footnote.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.Application;
import io.footnote.answer.Source;
import io.footnote.answer.Summarizer.Summary;
import io.footnote.article.Article;
import io.footnote.grounding.CheckedStatement;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code summary}: an article in a few cited sentences. */
@Command(name = "summary", description = "Give each article in three to five sentences of its own, each cited.")
final class SummaryCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;

    @Mixin
    private ArticleOptions articles = new ArticleOptions();

    @Option(names = "--json", description = "Print a JSON object a line, one for each article.")
    private boolean json;

    SummaryCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean first = true;
        for (Article article : articles.read(application)) {
            Summary summary = application.summarizer().summarize(article);
            if (json) {
                terminal.out().println(json(article, summary));
            } else {
                terminal.out().print(first ? "" : System.lineSeparator());
                print(article, summary);
            }
            first = false;
        }
        return 0;
    }

    private void print(Article article, Summary summary) {
        terminal.out().println(AnswerText.oneLine(article.title()));
        terminal.out().println();
        if (summary.statements().isEmpty()) {
            terminal.out().println("No sentence of the article can be cited.");
        }
        for (int index = 0; index < summary.statements().size(); index++) {
            Source source = summary.sources().get(index);
            CheckedStatement checked = summary.statements().get(index);
            terminal.out().println(AnswerText.oneLine(checked.statement().text()) + " [" + source.n() + "]");
        }
        terminal.out().println();
        AnswerText.printPlaces(terminal.out(), summary.sources());
    }

    private static String json(Article article, Summary summary) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("article", article.id());
        object.put("title", article.title());
        ArrayNode statements = object.putArray("statements");
        for (int index = 0; index < summary.statements().size(); index++) {
            CheckedStatement checked = summary.statements().get(index);
            ObjectNode statement = statements.addObject();
            statement.put("text", checked.statement().text());
            statement.putArray("citations").add(summary.sources().get(index).n());
            statement.put("verdict", checked.verdict().name().toLowerCase(Locale.ROOT));
        }
        AnswerJson.putSources(object.putArray("sources"), summary.sources());
        return object.toString();
    }
}
