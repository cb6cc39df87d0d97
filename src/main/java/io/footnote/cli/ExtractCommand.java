package io.footnote.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.Application;
import io.footnote.article.ArticleException;
import io.footnote.article.ArticleReader;
import io.footnote.article.Extract;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code article extract}: what would be taken from pages or documents; nothing is stored. */
@Command(
        name = "extract",
        description = "Show what would be taken from pages or documents, a JSON line each; nothing is stored.")
final class ExtractCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;

    @Option(names = "--url", paramLabel = "URL", description = "Where the page was, for its relative addresses.")
    private @Nullable String url;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Saved pages, texts or Markdown, also gzipped.")
    private List<Path> files = List.of();

    ExtractCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ArticleReader reader = application.reader();
        boolean refused = false;
        try (ProgressBar bar = ProgressBars.bar("reading", files.size())) {
            for (Path file : files) {
                refused |= !print(reader, file);
                if (bar != null) {
                    bar.step();
                }
            }
        }
        return refused ? 1 : 0;
    }

    /** Whether it could be read. */
    private boolean print(ArticleReader reader, Path file) {
        boolean read = true;
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("file", file.toString());
        try {
            fill(line, reader.extract(file, url));
        } catch (ArticleException e) {
            line.put("error", FootnoteCommand.messageOf(e));
            read = false;
        }
        terminal.out().println(line);
        terminal.out().flush();
        return read;
    }

    private static void fill(ObjectNode line, Extract extract) {
        line.put("title", extract.title())
                .put("byline", extract.publication().byline())
                .put("publisher", extract.publication().publisher())
                .put("published", text(extract.publication().published()))
                .put("modified", text(extract.publication().modified()))
                .put("language", extract.language())
                .put("url", extract.url())
                .put("text", extract.text());
    }

    private static @Nullable String text(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toString();
    }
}
