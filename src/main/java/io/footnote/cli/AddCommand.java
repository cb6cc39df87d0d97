package io.footnote.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.article.ArticleException;
import io.footnote.article.Publication;
import io.footnote.storage.Arrival;
import io.footnote.storage.Arrival.Added;
import io.footnote.storage.Arrival.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
 * {@code article add}: into the library, a batch at a time. A file that cannot be read is named and the rest goes on; an
 * interruption leaves whole articles only.
 */
@Command(name = "add", description = "Add articles to the library; another text from the same place is a new version.")
final class AddCommand implements Callable<Integer> {
    /** How many articles are added in one transaction and one commit of the index. */
    static final int BATCH = 50;

    private final Application application;
    private final Terminal terminal;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private int refused;

    @Option(names = "--json", description = "A JSON object a line.")
    private boolean json;

    @Option(names = "--corrects", paramLabel = "ID", description = "The article that the file is a correction of.")
    private @Nullable String corrects;

    @Option(
            names = "--published",
            paramLabel = "TIME",
            description = "When the articles appeared, such as 2026-11-01 or 2026-11-01T08:30:00Z.")
    private @Nullable String published;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "Articles, or folders of them.")
    private List<String> sources = List.of();

    AddCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    private record Read(Path file, Arrival arrival) {}

    @Override
    public Integer call() {
        OffsetDateTime time = published == null ? null : time(published);
        List<Path> files = ArticleOptions.files(sources);
        if (corrects != null && files.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(), "--corrects is about one file, " + files.size() + " were given");
        }
        Long number = corrects == null
                ? null
                : new ArticleChoice(application.library()).require(corrects).number();
        Shelving shelving = new Shelving(application);
        try (ProgressBar bar = ProgressBars.bar("adding", files.size())) {
            for (int first = 0; first < files.size(); first += BATCH) {
                List<Read> batch = new ArrayList<>();
                for (Path file : files.subList(first, Math.min(first + BATCH, files.size()))) {
                    Read read = read(file, number, time);
                    if (read == null) {
                        step(bar);
                    } else {
                        batch.add(read);
                    }
                }
                List<Added> added =
                        shelving.add(batch.stream().map(Read::arrival).toList(), article -> step(bar));
                for (int index = 0; index < added.size(); index++) {
                    report(batch.get(index), added.get(index));
                }
                terminal.out().flush();
            }
        }
        if (!json) {
            terminal.note(summary(files.size()));
        }
        return refused == 0 ? 0 : 1;
    }

    private static void step(@Nullable ProgressBar bar) {
        if (bar != null) {
            bar.step();
        }
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

    /** What the file holds, or null where it was refused. */
    private @Nullable Read read(Path file, @Nullable Long number, @Nullable OffsetDateTime time) {
        try {
            Article article = application.reader().read(file);
            if (time != null) {
                Publication known = article.publication();
                article = article.with(new Publication(known.byline(), known.publisher(), time, known.modified()));
            }
            return new Read(file, new Arrival(article, places(file, article), number));
        } catch (ArticleException e) {
            refused++;
            String reason = FootnoteCommand.messageOf(e);
            if (json) {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                terminal.out().println(object.put("file", file.toString()).put("error", reason));
            } else {
                terminal.note(reason + ".");
            }
            return null;
        }
    }

    private static List<String> places(Path file, Article article) {
        Set<String> places = new LinkedHashSet<>();
        if (article.url() != null) {
            places.add(article.url());
        }
        try {
            places.add(file.toRealPath().toUri().toString());
        } catch (IOException e) {
            places.add(file.toAbsolutePath().normalize().toUri().toString());
        }
        return List.copyOf(places);
    }

    private void report(Read read, Added added) {
        counts.merge(added.outcome(), 1, Integer::sum);
        String outcome = added.outcome().name().toLowerCase(Locale.ROOT);
        String title = AnswerText.oneLine(read.arrival().article().title());
        if (json) {
            terminal.out()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("file", read.file().toString())
                            .put("outcome", outcome)
                            .put("number", added.number())
                            .put("version", added.version())
                            .put("article", added.articleId())
                            .put("title", title));
        } else {
            terminal.out().printf(Locale.ROOT, "%5d  %-9s  %s%n", added.number(), outcome, title);
        }
    }

    private String summary(int files) {
        StringBuilder summary = new StringBuilder(files == 1 ? "1 file" : files + " files").append(':');
        counts.forEach((outcome, count) -> summary.append(' ')
                .append(count)
                .append(' ')
                .append(outcome.name().toLowerCase(Locale.ROOT))
                .append(','));
        return summary.append(' ').append(refused).append(" refused.").toString();
    }
}
