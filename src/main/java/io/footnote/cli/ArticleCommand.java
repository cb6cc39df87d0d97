package io.footnote.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.storage.Library.Line;
import io.footnote.storage.LibraryEntry;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code article}: the library. */
@Command(
        name = "article",
        description = "Add articles to the library, look at them, and remove them.",
        synopsisSubcommandLabel = "add|extract|list|remove|show|watch",
        subcommands = HelpCommand.class)
final class ArticleCommand implements Runnable {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

    private final Application application;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ArticleCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    /** The command with further subcommands. */
    static CommandLine with(Application application, Terminal terminal, Object... subcommands) {
        CommandLine line = new CommandLine(new ArticleCommand(application, terminal));
        for (Object subcommand : subcommands) {
            line.addSubcommand(subcommand);
        }
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: add, extract, list, remove, show or watch");
    }

    @Command(name = "list", description = "The articles of the library, the newest first, a line each.")
    int list(@Option(names = "--json", description = "A JSON object a line.") boolean json) {
        List<Line> lines = application.library().list();
        if (lines.isEmpty() && !json) {
            terminal.note("the library is empty: footnote article add FILE puts an article there.");
        }
        for (Line line : lines) {
            terminal.out().println(json ? json(line) : text(line));
        }
        return 0;
    }

    private static String text(Line line) {
        return String.format(
                Locale.ROOT,
                "%5d  %s  %s%s%s",
                line.number(),
                line.published() == null ? "          " : DAY.format(line.published()),
                AnswerText.oneLine(line.title()),
                line.publisher() == null ? "" : ", " + AnswerText.oneLine(line.publisher()),
                line.version() == 1 ? "" : " (version " + line.version() + ")");
    }

    private static String json(Line line) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("number", line.number());
        object.put("article", line.articleId());
        object.put("version", line.version());
        object.put("title", line.title());
        object.put("publisher", line.publisher());
        object.put("published", text(line.published()));
        object.put("language", line.language());
        object.put("url", line.url());
        object.put("addedAt", line.addedAt().toString());
        line.places().forEach(object.putArray("places")::add);
        return object.toString();
    }

    private static @Nullable String text(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toString();
    }

    @Command(name = "show", description = "One article: where it is from, its versions and copies.")
    int show(
            @Parameters(paramLabel = "ID", description = "Its number, id, address or title.") String id,
            @Option(names = "--text", description = "Print the text that offsets count in, and nothing else.")
                    boolean asText,
            @Option(names = "--json", description = "Print one JSON object.") boolean json) {
        LibraryEntry entry = new ArticleChoice(application.library()).require(id);
        Article article = entry.current();
        if (asText) {
            terminal.out().print(article.text());
            terminal.out().flush();
        } else if (json) {
            terminal.out().println(json(entry));
        } else {
            print(entry, article);
        }
        return 0;
    }

    private void print(LibraryEntry entry, Article article) {
        terminal.out().println(entry.number() + "  " + AnswerText.oneLine(article.title()));
        line("id", article.id());
        line("by", article.publication().byline());
        line("publisher", article.publication().publisher());
        line("published", text(article.publication().published()));
        line("modified", text(article.publication().modified()));
        line("language", article.language());
        line("address", article.url());
        line("sentences", Integer.toString(article.sentences().size()));
        for (LibraryEntry.Version version : entry.versions()) {
            line("version " + version.version(), version.articleId() + ", since " + version.addedAt());
        }
        for (LibraryEntry.Place place : entry.places()) {
            line(place.copy() ? "copy" : "from", place.place());
        }
    }

    private void line(String label, @Nullable String value) {
        if (value != null) {
            terminal.out().printf(Locale.ROOT, "%-10s %s%n", label, AnswerText.oneLine(value));
        }
    }

    private static String json(LibraryEntry entry) {
        Article article = entry.current();
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("number", entry.number());
        object.put("article", article.id());
        object.put("title", article.title());
        object.put("byline", article.publication().byline());
        object.put("publisher", article.publication().publisher());
        object.put("published", text(article.publication().published()));
        object.put("modified", text(article.publication().modified()));
        object.put("language", article.language());
        object.put("url", article.url());
        object.put("sentences", article.sentences().size());
        for (LibraryEntry.Version version : entry.versions()) {
            object.withArray("versions")
                    .addObject()
                    .put("version", version.version())
                    .put("article", version.articleId())
                    .put("since", version.addedAt().toString());
        }
        for (LibraryEntry.Place place : entry.places()) {
            object.withArray("places")
                    .addObject()
                    .put("place", place.place())
                    .put("copy", place.copy())
                    .put("title", place.title())
                    .put("publisher", place.publisher())
                    .put("published", text(place.published()));
        }
        return object.toString();
    }

    @Command(
            name = "remove",
            description = "Take articles away for good: their texts, their index entries, and what the log quotes.")
    int remove(
            @Parameters(arity = "1..*", paramLabel = "ID", description = "Number, id, address or title.")
                    List<String> ids) {
        ArticleChoice choice = new ArticleChoice(application.library());
        List<LibraryEntry> entries = ids.stream().map(choice::require).toList();
        new Shelving(application)
                .remove(entries.stream().map(LibraryEntry::number).toList());
        for (LibraryEntry entry : entries) {
            terminal.out()
                    .println("removed " + entry.number() + "  "
                            + AnswerText.oneLine(entry.current().title()));
        }
        return 0;
    }
}
