package io.footnote.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.article.Feed;
import io.footnote.article.Fetcher;
import io.footnote.storage.Arrival.Added;
import io.footnote.storage.Arrival.Outcome;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code article add}: into the library. What cannot be read is named and the rest goes on; an interruption leaves whole
 * articles only.
 */
@Command(name = "add", description = "Add articles to the library; another text from the same place is a new version.")
final class AddCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private int refused;

    @Option(names = "--json", description = "A JSON object a line.")
    private boolean json;

    @Option(names = "--feed", description = "The addresses are RSS or Atom feeds: add the articles they point to.")
    private boolean feed;

    @Option(names = "--corrects", paramLabel = "ID", description = "The article that the file is a correction of.")
    private @Nullable String corrects;

    @Option(
            names = "--published",
            paramLabel = "TIME",
            description = "When the articles appeared, such as 2026-11-01 or 2026-11-01T08:30:00Z.")
    private @Nullable String published;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|FOLDER|URL",
            description = "Articles: files, folders of them, web addresses.")
    private List<String> sources = List.of();

    AddCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        OffsetDateTime time = published == null ? null : time(published);
        List<Incoming> documents = documents();
        if (corrects != null && documents.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(), "--corrects is about one article, " + documents.size() + " were given");
        }
        Long number = corrects == null
                ? null
                : new ArticleChoice(application.library()).require(corrects).number();
        Shelving shelving = new Shelving(application);
        try (ProgressBar bar = ProgressBars.bar("adding", documents.size())) {
            new Intake(shelving, new Report(bar), time, number).add(documents);
        }
        if (!json) {
            terminal.note(summary(documents.size()));
        }
        return refused == 0 ? 0 : 1;
    }

    private List<Incoming> documents() {
        ArticleReader reader = application.reader();
        Fetcher fetcher = application.fetcher();
        List<Incoming> documents = new ArrayList<>();
        for (String source : sources) {
            if (feed) {
                Feed.fetch(source, fetcher).items().stream()
                        .map(item -> Incoming.address(item.link(), reader, fetcher))
                        .forEach(documents::add);
            } else if (ArticleOptions.isAddress(source)) {
                documents.add(Incoming.address(source, reader, fetcher));
            } else {
                ArticleOptions.files(List.of(source)).stream()
                        .map(file -> Incoming.file(file, reader))
                        .forEach(documents::add);
            }
        }
        return documents;
    }

    private OffsetDateTime time(String given) {
        try {
            return given.indexOf('T') < 0
                    ? LocalDate.parse(given).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(given);
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--published must be such as 2026-11-01 or 2026-11-01T08:30:00Z, got " + given,
                    e);
        }
    }

    /** Prints what becomes of each. */
    private final class Report implements Intake.Listener {
        private final @Nullable ProgressBar bar;

        Report(@Nullable ProgressBar bar) {
            this.bar = bar;
        }

        @Override
        public void step() {
            if (bar != null) {
                bar.step();
            }
        }

        @Override
        public void refused(Incoming incoming, String reason) {
            refused++;
            if (json) {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                terminal.out().println(object.put("file", incoming.name()).put("error", reason));
            } else {
                terminal.note(reason + ".");
            }
        }

        @Override
        public void added(Incoming incoming, Article article, Added added) {
            counts.merge(added.outcome(), 1, Integer::sum);
            String title = AnswerText.oneLine(article.title());
            if (json) {
                terminal.out()
                        .println(JsonNodeFactory.instance
                                .objectNode()
                                .put("file", incoming.name())
                                .put("outcome", added.outcome().label())
                                .put("number", added.number())
                                .put("version", added.version())
                                .put("article", added.articleId())
                                .put("title", title));
            } else {
                terminal.out()
                        .printf(
                                Locale.ROOT,
                                "%5d  %-9s  %s%n",
                                added.number(),
                                added.outcome().label(),
                                title);
            }
        }
    }

    private String summary(int documents) {
        StringBuilder summary = new StringBuilder(documents == 1 ? "1 document" : documents + " documents").append(':');
        counts.forEach((outcome, count) -> summary.append(' ')
                .append(count)
                .append(' ')
                .append(outcome.label())
                .append(','));
        return summary.append(' ').append(refused).append(" refused.").toString();
    }
}
