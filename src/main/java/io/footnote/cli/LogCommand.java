package io.footnote.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.Application;
import io.footnote.answer.AnswerTrace;
import io.footnote.desk.LogExport;
import io.footnote.desk.ReviewedQuestions;
import io.footnote.storage.AnswerRecords.Entry;
import io.footnote.storage.AnswerRecords.Filter;
import io.footnote.storage.AnswerRecords.Stats;
import io.footnote.storage.LogQuery;
import io.footnote.storage.LogQuery.Order;
import io.footnote.storage.LogQuery.Period;
import io.footnote.storage.LogQuery.Traits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code log}: what was answered. */
@Command(
        name = "log",
        description = "Look into the answer log.",
        synopsisSubcommandLabel = "list|show|export|stats|quiz|purge",
        subcommands = HelpCommand.class)
final class LogCommand implements Runnable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Application application;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    LogCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, show, export, stats, quiz or purge");
    }

    @Command(name = "list", description = "The newest answers, a line each.")
    int list(
            @Option(names = "--limit", defaultValue = "20", paramLabel = "N", description = "At most N, 20 by default.")
                    int limit,
            @Option(
                            names = "--flag",
                            paramLabel = "FLAG",
                            description = "Only those where something was no plain text, such as article.orders.")
                    @Nullable
                    String flag,
            @Option(names = "--json", description = "A JSON object a line.") boolean json) {
        if (limit < 1 || limit > Filter.MAX_LIMIT) {
            throw new ParameterException(
                    spec.commandLine(), "--limit must be 1 to " + Filter.MAX_LIMIT + ", got " + limit);
        }
        List<Entry> entries = application.records().list(new Filter(null, null, null, flag, null, null, null, limit));
        if (entries.isEmpty() && !json) {
            terminal.note("the log is empty: nothing has been asked yet.");
        }
        for (Entry entry : entries) {
            terminal.out().println(json ? json(entry) : line(entry));
        }
        return 0;
    }

    private static String line(Entry entry) {
        return String.join(
                "  ",
                entry.id(),
                TIME.format(entry.askedAt().atZone(ZoneId.systemDefault())),
                entry.answered() ? "answered " : "abstained",
                String.format(Locale.ROOT, "%.2f", entry.confidence()),
                AnswerText.oneLine(entry.question()));
    }

    private static String json(Entry entry) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("logId", entry.id());
        object.put("askedAt", entry.askedAt().toString());
        object.put("question", entry.question());
        object.put("answered", entry.answered());
        object.put(
                "reason", entry.reason() == null ? null : entry.reason().name().toLowerCase(Locale.ROOT));
        object.put("engine", entry.engine());
        object.put("fallback", entry.fallback());
        object.put("confidence", entry.confidence());
        object.put("lowestScore", entry.lowestScore());
        object.put("millis", entry.took().toMillis());
        entry.articleIds().forEach(object.putArray("articles")::add);
        return object.toString();
    }

    @Command(name = "show", description = "One answer with everything that led to it.")
    int show(
            @Parameters(paramLabel = "ID", description = "Its id, or the beginning of it.") String id,
            @Option(names = "--json", description = "One JSON object, as ask --json prints it.") boolean json) {
        AnswerTrace trace = application
                .records()
                .find(id)
                .orElseThrow(() -> new CommandException(
                        "The log has no answer " + id + ": footnote log list shows those it has."));
        if (json) {
            terminal.out().println(AnswerJson.line(trace));
            return 0;
        }
        terminal.out()
                .println(trace.id() + ", "
                        + TIME.format(trace.question().askedAt().atZone(ZoneId.systemDefault())) + ", "
                        + trace.answer().engine() + ", " + trace.took().toMillis() + " ms");
        terminal.out()
                .println("Question: " + AnswerText.oneLine(trace.question().text()));
        if (trace.understoodAs() != null) {
            terminal.out().println("Understood as: " + AnswerText.oneLine(trace.understoodAs()));
        }
        terminal.out().println();
        AnswerText text = new AnswerText(terminal);
        text.print(trace.answer());
        new ChangesSince(application).of(trace.answer()).forEach(terminal.out()::println);
        new ExplanationText(terminal)
                .print(
                        trace,
                        trace.articleIds().stream()
                                .flatMap(article -> application.articles().find(article).stream())
                                .toList());
        return 0;
    }

    @Command(name = "export", description = "Every answer as a line of CSV or JSON, the newest first.")
    int export(
            @Option(
                            names = "--format",
                            defaultValue = "csv",
                            paramLabel = "FORMAT",
                            description = "csv (the default) or jsonl.")
                    LogExport format,
            @Option(names = "--from", paramLabel = "DAY", description = "Only those asked on that day or later.")
                    @Nullable
                    LocalDate from,
            @Option(names = "--to", paramLabel = "DAY", description = "Only those asked on that day or earlier.")
                    @Nullable
                    LocalDate to,
            @Option(names = "--reviews", description = "The entries with a verdict instead, as a data set for eval.")
                    boolean reviews,
            @Option(names = "--unmasked", description = "Shows e-mail addresses and telephone numbers, too.")
                    boolean unmasked) {
        if (reviews && (from != null || to != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--reviews takes every entry with a verdict, so --from and --to are not for it");
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new ParameterException(
                    spec.commandLine(), "--from must not be after --to, got " + from + " and " + to);
        }
        Period period = new Period(start(from), start(to == null ? null : to.plusDays(1)));
        if (reviews) {
            int questions = new ReviewedQuestions(application.deskStore()).forEachArticle(terminal.out()::println);
            terminal.note(questions + (questions == 1 ? " question." : " questions."));
            return 0;
        }
        terminal.out().print(format.header());
        application
                .deskStore()
                .search()
                .forEach(
                        new LogQuery(period, Traits.ANY, null, Order.NEWEST, null, LogQuery.MAX_LIMIT),
                        entry -> terminal.out().print(format.line(entry, !unmasked)));
        return 0;
    }

    @Command(name = "purge", description = "Delete old answers for good, with all that hangs on them.")
    int purge(
            @Option(
                            names = "--before",
                            paramLabel = "DAY",
                            description =
                                    "Those asked before that day; without it, those older than privacy.retention.")
                    @Nullable
                    LocalDate before) {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        if (before != null && before.isAfter(tomorrow)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--before must not be later than tomorrow, " + tomorrow + ", which deletes everything; got "
                            + before);
        }
        Instant limit = before == null
                ? Instant.now().minus(application.settings().privacy().retention())
                : Objects.requireNonNull(start(before));
        long answers = application.deskStore().retention().purge(limit);
        terminal.note(answers + (answers == 1 ? " answer" : " answers") + " asked before "
                + limit.truncatedTo(ChronoUnit.SECONDS) + " deleted.");
        return 0;
    }

    /** Days are those of UTC, as at the desk. */
    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Command(
            name = "quiz",
            description = "How each quiz item is answered: how often rightly, and which wrong option attracts most.")
    int quiz(@Option(names = "--json", description = "A JSON object a line.") boolean json) {
        int count = new QuizStatistics(application.deskStore().quizItems()).forEach(json, terminal.out()::println);
        if (count == 0) {
            terminal.note("no quiz item has been answered yet.");
        }
        return 0;
    }

    @Command(name = "stats", description = "Figures over the whole log.")
    int stats(@Option(names = "--json", description = "One JSON object.") boolean json) {
        Stats stats = application.records().stats();
        int unfinished = application.records().unfinished(Filter.MAX_LIMIT).size();
        Map<String, Long> abstained = new TreeMap<>();
        stats.abstained().forEach((reason, count) -> abstained.put(reason.name().toLowerCase(Locale.ROOT), count));
        if (json) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.put("answers", stats.answers());
            object.put("answered", stats.answered());
            abstained.forEach(object.putObject("abstained")::put);
            object.put("fallbacks", stats.fallbacks());
            object.put("unfinished", unfinished);
            object.putObject("millis").put("p50", stats.medianMillis()).put("p95", stats.p95Millis());
            object.put("meanConfidence", stats.meanConfidence());
            object.put("first", stats.first() == null ? null : stats.first().toString());
            object.put("last", stats.last() == null ? null : stats.last().toString());
            terminal.out().println(object);
            return 0;
        }
        terminal.out().println("answers      " + stats.answers());
        terminal.out().println("answered     " + stats.answered());
        abstained.forEach((reason, count) -> terminal.out().println("abstained    " + count + " " + reason));
        terminal.out().println("fallbacks    " + stats.fallbacks());
        terminal.out().println("unfinished   " + unfinished);
        if (stats.answers() > 0) {
            terminal.out().println("milliseconds " + stats.medianMillis() + " median, " + stats.p95Millis() + " p95");
            terminal.out().printf(Locale.ROOT, "confidence   %.2f mean%n", stats.meanConfidence());
            terminal.out().println("from         " + stats.first());
            terminal.out().println("to           " + stats.last());
        }
        return 0;
    }
}
