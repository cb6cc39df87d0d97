package io.footnote.cli;

import io.footnote.Application;
import io.footnote.answer.Answerer;
import io.footnote.article.Article;
import io.footnote.evaluation.DataSet;
import io.footnote.evaluation.DataSetReader;
import io.footnote.evaluation.Evaluation;
import io.footnote.evaluation.EvaluationReport;
import io.footnote.evaluation.Folds;
import io.footnote.evaluation.PredictionsWriter;
import io.footnote.evaluation.QuestionSet;
import io.footnote.evaluation.SystemUnderTest;
import io.footnote.evaluation.Training;
import io.footnote.retrieval.RankingWeights;
import io.footnote.retrieval.SentenceIndex;
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

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "Train afresh without each of K parts of the articles, and measure on it.")
    private @Nullable Integer folds;

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
        EvaluationReport report = run(folds == null ? evaluation() : evaluation(dataSets, folds), dataSets);
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

    private Evaluation evaluation() {
        return new Evaluation(system(application.unrecordedAnswerer()), InstantSource.system());
    }

    /** An evaluation in which each article's questions are answered by what was learned from the other folds. */
    private Evaluation evaluation(List<DataSet> dataSets, int count) {
        if (count < 2) {
            throw new CommandException("There must be at least 2 folds, --folds says " + count + ".");
        }
        if (dataSets.stream().noneMatch(QuestionSet.class::isInstance)) {
            // nothing is learned from the other kinds
            return evaluation();
        }
        SentenceIndex index = SentenceIndex.inMemory(application.encoder());
        Training training = new Training(index, application.encoder());
        for (DataSet dataSet : dataSets) {
            if (dataSet instanceof QuestionSet questions) {
                training.add(questions, library, new ProgressBars());
            }
        }
        Folds divided = Folds.of(dataSets, count);
        List<Answerer> answerers = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            int left = fold;
            answerers.add(application.unrecordedAnswerer(
                    index, training.learn(article -> divided.of(article) != left, RankingWeights.none())));
        }
        return new Evaluation(
                system(answerers.getFirst()),
                article -> answerers.get(divided.of(article))::answer,
                InstantSource.system());
    }

    private SystemUnderTest system(Answerer answerer) {
        return new SystemUnderTest(answerer::answer, application.gate()::judge, application.splitter()::split);
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
            return evaluation.run(dataSets, library, new ProgressBars());
        }
        try (BufferedWriter out = Files.newBufferedWriter(predictions)) {
            return evaluation.run(dataSets, library, new PredictionsWriter(out).andThen(new ProgressBars()));
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException(
                    "The predictions cannot be written to " + predictions
                            + ": check that its folder exists, that you may write there, and that the disk has room.",
                    e);
        }
    }
}
