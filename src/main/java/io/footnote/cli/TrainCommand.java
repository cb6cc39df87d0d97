package io.footnote.cli;

import io.footnote.Application;
import io.footnote.evaluation.DataSet;
import io.footnote.evaluation.DataSetReader;
import io.footnote.evaluation.QuestionSet;
import io.footnote.evaluation.Training;
import io.footnote.retrieval.RankingWeights;
import io.footnote.retrieval.SentenceIndex;
import io.footnote.retrieval.SentenceRanker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train}: makes the weights that ship in the jar again. */
@Command(name = "train", description = "Learn the weights of the ranking from question sets and write them.")
final class TrainCommand implements Callable<Integer> {
    private static final Path WEIGHTS = Path.of("src/main/resources/io/footnote/retrieval/ranking-weights.txt");

    private final Application application;
    private final Terminal terminal;

    @Option(
            names = "--library",
            paramLabel = "DATASET",
            description = "Ask every question of this data set of all its articles at once; may be given again.")
    private List<Path> libraries = List.of();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the weights go; by default the file that the next build puts into the jar.")
    private @Nullable Path output;

    @Parameters(arity = "1..*", paramLabel = "DATASET", description = "Question sets, as JSON lines.")
    private List<Path> files = List.of();

    TrainCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        DataSetReader reader = new DataSetReader(application.reader()::fromText, null);
        Training training =
                new Training(new SentenceRanker(SentenceIndex.inMemory(application.encoder()), RankingWeights.none()));
        for (Path file : files) {
            training.add(questionsIn(file, reader), false, new ProgressBars("training, "));
        }
        for (Path file : libraries) {
            training.add(questionsIn(file, reader), true, new ProgressBars("training, "));
        }
        RankingWeights learned = training.learn(article -> true, RankingWeights.none());
        Path target = output == null ? application.home().resolve(WEIGHTS) : output;
        List<String> lines = new ArrayList<>(provenance());
        lines.addAll(learned.lines());
        Files.write(target, lines);
        terminal.note("Learned from " + training.size() + " questions; the weights are in " + target + ".");
        return 0;
    }

    private static QuestionSet questionsIn(Path file, DataSetReader reader) {
        DataSet dataSet = reader.read(file);
        if (dataSet instanceof QuestionSet questions) {
            return questions;
        }
        throw new CommandException(file + " holds no questions: the ranking is learned from questions on articles.");
    }

    private List<String> provenance() {
        StringBuilder command = new StringBuilder("./footnote train");
        libraries.forEach(file -> command.append(" --library ").append(file.getFileName()));
        files.forEach(file -> command.append(' ').append(file.getFileName()));
        return List.of(
                "# How much each feature of a sentence counts for its rank, and each signal of a question for the",
                "# probability of an answer; docs/ranking.md says what they are. Written by:",
                "# " + command,
                "# The data sets and their licences: docs/ranking.md.",
                "");
    }
}
