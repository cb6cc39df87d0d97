package io.footnote.cli;

import io.footnote.Application;
import io.footnote.evaluation.ClaimSet;
import io.footnote.evaluation.ClaimTraining;
import io.footnote.evaluation.DataSet;
import io.footnote.evaluation.DataSetReader;
import io.footnote.evaluation.PageSet;
import io.footnote.evaluation.PageTraining;
import io.footnote.evaluation.QuestionSet;
import io.footnote.evaluation.Training;
import io.footnote.language.Encoder;
import io.footnote.retrieval.RankingWeights;
import io.footnote.retrieval.SentenceIndex;
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
@Command(
        name = "train",
        description = "Learn the weights of the ranking from questions, of the gate from claims, or of pages, and write"
                + " them.")
final class TrainCommand implements Callable<Integer> {
    private static final Path WEIGHTS = Path.of("src/main/resources/io/footnote/retrieval");
    private static final Path GATE_WEIGHTS = Path.of("src/main/resources/io/footnote/grounding");

    private static final Path PAGE_WEIGHTS = Path.of("src/main/resources/io/footnote/article");

    private final Application application;
    private final Terminal terminal;

    @Option(
            names = "--library",
            paramLabel = "DATASET",
            description = "Ask every question of this data set of all its articles at once; may be given again.")
    private List<Path> libraries = List.of();

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "Where the files of weights go; by default where the next build finds them.")
    private @Nullable Path output;

    @Parameters(
            arity = "1..*",
            paramLabel = "DATASET",
            description = "Sets of questions and of claims, or of pages, as JSON lines.")
    private List<Path> files = List.of();

    TrainCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        DataSetReader reader = new DataSetReader(application.reader()::fromText, null);
        List<PageSet> pages = pagesIn(reader);
        if (!pages.isEmpty()) {
            return learnPages(pages);
        }
        List<QuestionSet> questions = new ArrayList<>();
        List<ClaimSet> claims = new ArrayList<>();
        for (Path file : files) {
            switch (reader.read(file)) {
                case QuestionSet set -> questions.add(set);
                case ClaimSet set -> claims.add(set);
                default ->
                    throw new CommandException(file + " holds neither questions nor claims: nothing else is learned.");
            }
        }
        if (!claims.isEmpty()) {
            learnSupport(claims);
        }
        if (!questions.isEmpty() || !libraries.isEmpty()) {
            learnRanking(questions, reader);
        }
        return 0;
    }

    private void learnSupport(List<ClaimSet> sets) throws IOException {
        ClaimTraining training = new ClaimTraining(application.gate());
        sets.forEach(set -> training.add(set, new ProgressBars("training, ")));
        Path folder = output == null ? application.home().resolve(GATE_WEIGHTS) : output;
        write(
                folder.resolve("support-forest.txt"),
                "# Trees that lead from the features of a claim and its evidence to a share of supported claims;",
                "# docs/grounding.md says what they are and how they are read. Written by:",
                "docs/grounding.md",
                training.learn(evidence -> true).lines());
        terminal.note("Learned from " + training.size() + " claims; the trees are in " + folder + ".");
    }

    private void learnRanking(List<QuestionSet> sets, DataSetReader reader) throws IOException {
        Encoder encoder = application.encoder().remembering();
        Training training = new Training(SentenceIndex.inMemory(encoder), encoder);
        sets.forEach(set -> training.add(set, false, new ProgressBars("training, ")));
        for (Path file : libraries) {
            training.add(questionsIn(file, reader), true, new ProgressBars("training, "));
        }
        Path folder = output == null ? application.home().resolve(WEIGHTS) : output;
        write(
                folder.resolve("ranking-weights.txt"),
                "# How much each feature of a sentence counts for its rank, and each signal of a question for the",
                "# probability of an answer; docs/ranking.md says what they are. Written by:",
                "docs/ranking.md",
                training.learn(article -> true, RankingWeights.none()).lines());
        write(
                folder.resolve("span-weights.txt"),
                "# How much each measure and flag of the words within a sentence counts for their being the answer;",
                "# docs/ranking.md says what they are. Written by:",
                "docs/ranking.md",
                training.spans().learn(article -> true).lines());
        terminal.note("Learned from " + training.size() + " questions, and which words answer from "
                + training.spans().size() + "; the weights are in " + folder + ".");
    }

    private List<PageSet> pagesIn(DataSetReader reader) {
        List<PageSet> pages = new ArrayList<>();
        for (Path file : files) {
            if (reader.read(file) instanceof PageSet set) {
                pages.add(set);
            }
        }
        if (!pages.isEmpty() && pages.size() < files.size() + libraries.size()) {
            throw new CommandException("Pages and other sets are learned from one after the other: give pages alone.");
        }
        return pages;
    }

    private int learnPages(List<PageSet> sets) throws IOException {
        PageTraining training = new PageTraining();
        int count = 0;
        for (PageSet set : sets) {
            set.pages().forEach(training::add);
            count += set.size();
        }
        Path folder = output == null ? application.home().resolve(PAGE_WEIGHTS) : output;
        write(
                folder.resolve("page-weights.txt"),
                "# How much each measure of a block of a page counts for its being part of the article;"
                        + " docs/articles.md",
                "# says what they are. Written by:",
                "docs/articles.md",
                training.learn(page -> true).lines());
        terminal.note("Learned from " + count + " pages; the weights are in " + folder + ".");
        return 0;
    }

    private void write(Path file, String what, String by, String page, List<String> weights) throws IOException {
        List<String> lines = new ArrayList<>(List.of(what, by));
        lines.add("# " + commandLine());
        lines.add("# The data sets and their licences: " + page + ".");
        lines.add("");
        lines.addAll(weights);
        Files.write(file, lines);
    }

    private static QuestionSet questionsIn(Path file, DataSetReader reader) {
        DataSet dataSet = reader.read(file);
        if (dataSet instanceof QuestionSet questions) {
            return questions;
        }
        throw new CommandException(file + " holds no questions: the ranking is learned from questions on articles.");
    }

    private String commandLine() {
        StringBuilder command = new StringBuilder("./footnote train");
        libraries.forEach(file -> command.append(" --library ").append(file.getFileName()));
        files.forEach(file -> command.append(' ').append(file.getFileName()));
        return command.toString();
    }
}
