package io.footnote.cli;

import io.footnote.Application;
import io.footnote.answer.Answerer;
import io.footnote.article.Article;
import io.footnote.evaluation.Alternative;
import io.footnote.evaluation.AnswerBenchmark;
import io.footnote.evaluation.BenchmarkReport;
import io.footnote.evaluation.BenchmarkSample;
import io.footnote.evaluation.StreamingBenchmark;
import io.footnote.evaluation.Timing;
import io.footnote.language.Encoder;
import io.footnote.retrieval.RankingWeights;
import io.footnote.retrieval.SentenceIndex;
import io.footnote.retrieval.SpanWeights;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench}: how fast the program is, side by side with alternatives. */
@Command(
        name = "bench",
        description = "Measure how fast the program is, side by side with alternatives, in one run.",
        synopsisSubcommandLabel = "answers|ingest|log|streaming",
        subcommands = HelpCommand.class)
final class BenchCommand implements Runnable {
    private static final int MOST_ROUNDS = 10_000;

    private final Application application;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    BenchCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    /** The command with what is measured by classes of their own. */
    static CommandLine with(Application application, Terminal terminal) {
        return new CommandLine(new BenchCommand(application, terminal))
                .addSubcommand(new IngestBenchCommand(application, terminal))
                .addSubcommand(new LogBenchCommand(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to measure: answers, ingest, log, streaming");
    }

    @Command(
            name = "answers",
            description = "Time answers on an indexed article of 40 sentences, beside encoding the question alone,"
                    + " Lucene's search and LangChain4j's retriever.")
    int answers(
            @Option(names = "--json", description = "Print one JSON object on one line.") boolean json,
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "30",
                            description =
                                    "Ask all questions N times, 30 by default, after half as many untimed rounds.")
                    int rounds,
            @Option(
                            names = "--starts",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "Start a fresh process N times for each task, 5 by default; 0 for none.")
                    int starts)
            throws IOException, InterruptedException {
        requireWithin("--rounds", 1, rounds);
        requireWithin("--starts", 0, starts);
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            BenchmarkSample sample = BenchmarkSample.shipped();
            Path file = Files.writeString(folder.path().resolve("article.txt"), sample.text());
            List<Timing> warm = warm(application.reader().read(file), sample.questions(), folder.path(), rounds);
            List<Timing> cold =
                    starts == 0 ? List.of() : new ColdStarts(folder.path(), file).run(sample.questions(), starts);
            BenchmarkReport report = new BenchmarkReport(warm, cold);
            terminal.out().println(json ? report.toJson() : report.toTable());
            return 0;
        }
    }

    private List<Timing> warm(Article article, List<String> questions, Path folder, int rounds) {
        Encoder encoder = application.encoder();
        int warmUp = (rounds + 1) / 2;
        Alternative.LANGCHAIN4J.prepare(article, folder);
        try (SentenceIndex index = SentenceIndex.open(folder.resolve("index"), encoder, terminal::note);
                Database database = Database.inFolder(folder);
                ProgressBar bar = ProgressBars.bar("asking", warmUp + rounds)) {
            Answerer answerer = application.unrecordedAnswerer(index, RankingWeights.shipped(), SpanWeights.shipped());
            return new AnswerBenchmark(article, encoder, answerer, new AnswerRecords(database))
                    .run(questions, warmUp, rounds, bar == null ? () -> {} : bar::step);
        }
    }

    @Command(
            name = "streaming",
            description = "Time the first checked statement of a streamed answer against the moment at which a scripted"
                    + " chat model has finished writing it.")
    int streaming(
            @Option(names = "--json", description = "Print one JSON object on one line.") boolean json,
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "Ask N times, 20 by default.")
                    int rounds)
            throws IOException {
        requireWithin("--rounds", 1, rounds);
        try (TemporaryFolder folder = TemporaryFolder.create();
                SentenceIndex index =
                        SentenceIndex.open(folder.path().resolve("index"), application.encoder(), terminal::note);
                Database database = Database.inFolder(folder.path())) {
            BenchmarkSample sample = BenchmarkSample.shipped();
            Path file = Files.writeString(folder.path().resolve("article.txt"), sample.text());
            StreamingBenchmark.Result result = StreamingBenchmark.run(
                    application.reader().read(file),
                    sample.questions(),
                    rounds,
                    server -> application.answererWith(server, index, new AnswerRecords(database)));
            terminal.out().println(json ? result.toJson() : result.toText());
            return 0;
        }
    }

    private void requireWithin(String option, int least, int value) {
        if (value < least || value > MOST_ROUNDS) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be " + least + " to " + MOST_ROUNDS + ", got " + value);
        }
    }

    /** What {@code answers} starts in a fresh process. */
    @Command(name = "once", hidden = true, description = "Does one task once; for the measurement of cold starts.")
    int once(
            @Parameters(paramLabel = "TASK") Alternative task,
            @Parameters(paramLabel = "ARTICLE") Path file,
            @Parameters(paramLabel = "FOLDER") Path folder,
            @Parameters(paramLabel = "QUESTION") String question) {
        Encoder.confineLibraries(application.natives());
        terminal.out().println(task.once(question, application.reader().read(file), application::encoder, folder));
        return 0;
    }
}
