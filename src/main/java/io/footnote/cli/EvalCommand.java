package io.footnote.cli;

import io.footnote.Application;
import io.footnote.answer.Answerer;
import io.footnote.article.Article;
import io.footnote.evaluation.DataSet;
import io.footnote.evaluation.DataSetReader;
import io.footnote.evaluation.Evaluation;
import io.footnote.evaluation.EvaluationListener;
import io.footnote.evaluation.EvaluationReport;
import io.footnote.evaluation.PredictionsWriter;
import io.footnote.evaluation.QuestionOutcome;
import io.footnote.evaluation.SystemUnderTest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code eval}: how good the answers, the gate and the splitting are. */
@Command(name = "eval", description = "Measure on data sets: questions, claims or sentences, as JSON lines.")
final class EvalCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;

    @Mixin
    private ArticleOptions articles = new ArticleOptions();

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    @Option(names = "--library", description = "Ask every question of all articles of its data set at once.")
    private boolean library;

    @Option(names = "--predictions", paramLabel = "FILE", description = "Write what was predicted, a line a question.")
    private @Nullable Path predictions;

    @Parameters(arity = "1..*", paramLabel = "DATASET", description = "Data sets; their fields say their kind.")
    private List<Path> files = List.of();

    EvalCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        keepWhatIsRead();
        DataSetReader reader = new DataSetReader(application.reader()::fromText, about());
        List<DataSet> dataSets = new ArrayList<>();
        for (Path file : files) {
            dataSets.add(reader.read(file));
        }
        Answerer answerer = application.unrecordedAnswerer();
        SystemUnderTest system =
                new SystemUnderTest(answerer::answer, application.gate()::judge, application.splitter()::split);
        EvaluationReport report = run(new Evaluation(system, InstantSource.system()), dataSets);
        terminal.out().println(json ? report.toJson() : report.toTable());
        return 0;
    }

    /** Predictions never take the place of a file that they are made from. */
    private void keepWhatIsRead() {
        Path target = predictions;
        if (target == null) {
            return;
        }
        Stream.concat(files.stream(), articles.files().stream())
                .filter(read -> isSame(read, target))
                .findFirst()
                .ifPresent(read -> {
                    throw new CommandException("--predictions would overwrite " + read
                            + ", which is to be read: name another file for the predictions.");
                });
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false; // one of them does not exist
        }
    }

    /** The one article that bare questions are about, or null where none was named. */
    private @Nullable Article about() {
        if (!articles.named()) {
            return null;
        }
        List<Article> named = articles.read(application);
        if (named.size() != 1) {
            throw new CommandException(
                    "Questions are about one article, " + named.size() + " were given with --article.");
        }
        return named.getFirst();
    }

    private EvaluationReport run(Evaluation evaluation, List<DataSet> dataSets) {
        if (predictions == null) {
            return evaluation.run(dataSets, library, new Bar(null));
        }
        try (BufferedWriter out = Files.newBufferedWriter(predictions)) {
            return evaluation.run(dataSets, library, new Bar(new PredictionsWriter(out)));
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException(
                    "The predictions cannot be written to " + predictions
                            + ": check that its folder exists, that you may write there, and that the disk has room.",
                    e);
        }
    }

    /** Draws a progress bar on standard error, where a person sits there, and passes predictions on. */
    private static final class Bar implements EvaluationListener {
        private final @Nullable PredictionsWriter predictions;
        private @Nullable ProgressBar bar;

        Bar(@Nullable PredictionsWriter predictions) {
            this.predictions = predictions;
        }

        @Override
        public void started(DataSet dataSet) {
            if (System.console() != null) {
                bar = new ProgressBarBuilder()
                        .setTaskName(dataSet.name())
                        .setInitialMax(dataSet.size())
                        .setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .build();
            }
        }

        @Override
        public void answered(QuestionOutcome outcome) {
            if (predictions != null) {
                predictions.answered(outcome);
            }
        }

        @Override
        public void advanced() {
            if (bar != null) {
                bar.step();
            }
        }

        @Override
        public void finished() {
            if (bar != null) {
                bar.close();
                bar = null;
            }
        }
    }
}
