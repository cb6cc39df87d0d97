package io.footnote.cli;

import io.footnote.Application;
import io.footnote.answer.Answerer;
import io.footnote.article.Article;
import io.footnote.evaluation.BaselineRound;
import io.footnote.evaluation.ClaimJudge;
import io.footnote.evaluation.ClaimSet;
import io.footnote.evaluation.ClaimTraining;
import io.footnote.evaluation.DataSet;
import io.footnote.evaluation.DataSetReader;
import io.footnote.evaluation.Evaluation;
import io.footnote.evaluation.EvaluationListener;
import io.footnote.evaluation.EvaluationReport;
import io.footnote.evaluation.Folds;
import io.footnote.evaluation.GoldPage;
import io.footnote.evaluation.GoldPages;
import io.footnote.evaluation.Outcomes;
import io.footnote.evaluation.PageSet;
import io.footnote.evaluation.PredictionsWriter;
import io.footnote.evaluation.QuestionSet;
import io.footnote.evaluation.Scorecard;
import io.footnote.evaluation.Scorecard.Measured;
import io.footnote.evaluation.SystemUnderTest;
import io.footnote.evaluation.Training;
import io.footnote.grounding.CitationGate;
import io.footnote.language.Encoder;
import io.footnote.retrieval.RankingWeights;
import io.footnote.retrieval.SentenceIndex;
import io.footnote.retrieval.SpanWeights;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eval}: how good the answers, the gate and the splitting are. */
@Command(name = "eval", description = "Measure on data sets: questions, claims, sentences or pages, as JSON lines.")
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
            names = "--joined",
            description = "Join the questions of all data sets into one, and ask each of its own article and then of"
                    + " all articles at once.")
    private boolean joined;

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "Train afresh without each of K parts of the articles, and measure on it.")
    private @Nullable Integer folds;

    @Option(names = "--predictions", paramLabel = "FILE", description = "Write what was predicted, a line a question.")
    private @Nullable Path predictions;

    @Option(
            names = "--library-of",
            paramLabel = "DATASET",
            description = "Ask every question of this data set of all its articles at once; may be given again.")
    private List<Path> libraries = List.of();

    @Option(
            names = "--report",
            paramLabel = "FOLDER",
            description = "Write a page with intervals, charts, errors and a comparison with other ways to search.")
    private @Nullable Path reportFolder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "DATASET", description = "Data sets; their fields say their kind.")
    private List<Path> files = List.of();

    private @Nullable Encoder remembering;

    EvalCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        keepWhatIsRead();
        ReportFolder folder = reportFolder == null ? null : ReportFolder.prepare(reportFolder);
        List<Measured> measured = read();
        Evaluation evaluation = folds == null ? evaluation() : evaluation(measured, folds);
        EvaluationReport report = run(evaluation, measured);
        if (folder == null) {
            terminal.out().println(json ? report.toJson() : report.toTable());
            return 0;
        }
        Scorecard scorecard = scorecard(report, measured);
        folder.write(scorecard);
        terminal.out().println(json ? scorecard.toJson() : report.toTable());
        terminal.note("The report is in " + folder.page() + ".");
        return 0;
    }

    /** Remembers passages: they are read to learn from, to answer, and by what the answers are compared with. */
    private Encoder encoder() {
        if (remembering == null) {
            remembering = application.encoder().remembering();
        }
        return remembering;
    }

    /** The data sets, those that are searched as a library first. */
    private List<Measured> read() {
        if (files.isEmpty() && libraries.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name at least one data set");
        }
        DataSetReader reader = new DataSetReader(application.reader()::fromText, about());
        List<Measured> measured = new ArrayList<>();
        libraries.forEach(file -> measured.add(new Measured(reader.read(file), true)));
        files.forEach(file -> measured.add(new Measured(reader.read(file), library)));
        return joined ? join(measured) : measured;
    }

    /** The sets of questions as one, asked both ways; the figures of the two tell what searching a library costs. */
    private List<Measured> join(List<Measured> measured) {
        if (library || !libraries.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--joined asks both ways by itself: leave out --library and --library-of");
        }
        List<QuestionSet> sets = new ArrayList<>();
        for (Measured one : measured) {
            if (!(one.dataSet() instanceof QuestionSet questions)) {
                throw new CommandException("Only questions can be joined, and "
                        + one.dataSet().name() + " has none: leave it out, or leave out --joined.");
            }
            sets.add(questions);
        }
        String name = QuestionSet.names(sets);
        return List.of(
                new Measured(QuestionSet.joined(name, sets), false),
                new Measured(QuestionSet.joined(name + " as a library", sets), true));
    }

    private Scorecard scorecard(EvaluationReport report, List<Measured> measured) {
        BaselineRound baselines = new BaselineRound(encoder());
        String command = "./footnote "
                + spec.commandLine().getParseResult().originalArgs().stream()
                        .map(EvalCommand::quoted)
                        .collect(Collectors.joining(" "));
        return Scorecard.of(
                report,
                measured,
                (set, asLibrary) -> baselines.ask(set, asLibrary, new ProgressBars("baselines, ")),
                command,
                LocalDate.now(ZoneOffset.UTC),
                folds);
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w./:=,+@%-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    /** Predictions never take the place of a file that they are made from. */
    private void keepWhatIsRead() {
        Path target = predictions;
        if (target == null) {
            return;
        }
        Stream.of(files, libraries, articles.files())
                .flatMap(List::stream)
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
    private Evaluation evaluation(List<Measured> measured, int count) {
        if (count < 2) {
            throw new CommandException("There must be at least 2 folds, --folds says " + count + ".");
        }
        List<DataSet> dataSets = measured.stream().map(Measured::dataSet).toList();
        List<PageSet> pages = dataSets.stream()
                .filter(PageSet.class::isInstance)
                .map(PageSet.class::cast)
                .toList();
        Function<GoldPage, String> extract = pages.isEmpty() ? page -> "" : GoldPages.inFolds(pages, count);
        Folds divided = Folds.of(dataSets, count);
        ClaimJudge judge = judge(dataSets, divided);
        if (dataSets.stream().noneMatch(QuestionSet.class::isInstance)) {
            return new Evaluation(system(application.unrecordedAnswerer(), judge, extract), InstantSource.system());
        }
        SentenceIndex index = SentenceIndex.inMemory(encoder());
        Training training = new Training(index, encoder());
        for (Measured one : measured) {
            if (one.dataSet() instanceof QuestionSet questions) {
                training.add(questions, one.library(), new ProgressBars("training, "));
            }
        }
        List<Answerer> answerers = IntStream.range(0, count)
                .parallel()
                .mapToObj(fold -> Learned.from(training, article -> divided.of(article) != fold))
                .toList()
                .stream()
                .map(learned -> application.unrecordedAnswerer(index, learned.ranking(), learned.spans()))
                .toList();
        return new Evaluation(
                system(answerers.getFirst(), judge, extract),
                article -> answerers.get(divided.of(article))::answer,
                InstantSource.system());
    }

    /** What was learned from some of the articles. */
    private record Learned(RankingWeights ranking, SpanWeights spans) {
        static Learned from(Training training, Predicate<Article> which) {
            return new Learned(
                    training.learn(which, RankingWeights.none()),
                    training.spans().learn(which));
        }
    }

    /** Judges each claim by what was learned from the claims on evidence of the other folds. */
    private ClaimJudge judge(List<DataSet> dataSets, Folds divided) {
        CitationGate gate = application.gate();
        if (dataSets.stream().noneMatch(ClaimSet.class::isInstance)) {
            return gate::judge;
        }
        ClaimTraining training = new ClaimTraining(gate);
        for (DataSet dataSet : dataSets) {
            if (dataSet instanceof ClaimSet claims) {
                training.add(claims, new ProgressBars("training, "));
            }
        }
        List<CitationGate> gates = IntStream.range(0, divided.count())
                .mapToObj(fold -> gate.with(
                        application.supportModel().with(training.learn(evidence -> divided.of(evidence) != fold))))
                .toList();
        return (claim, evidence) -> gates.get(divided.of(evidence)).judge(claim, evidence);
    }

    private SystemUnderTest system(Answerer answerer, ClaimJudge judge, Function<GoldPage, String> extract) {
        return new SystemUnderTest(answerer::answer, judge, application.splitter()::split, extract);
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

    private EvaluationReport run(Evaluation evaluation, List<Measured> measured) {
        if (predictions == null) {
            return run(evaluation, measured, new ProgressBars(""));
        }
        try (BufferedWriter out = Files.newBufferedWriter(predictions)) {
            return run(evaluation, measured, new PredictionsWriter(out).andThen(new ProgressBars("")));
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException(
                    "The predictions cannot be written to " + predictions
                            + ": check that its folder exists, that you may write there, and that the disk has room.",
                    e);
        }
    }

    private static EvaluationReport run(Evaluation evaluation, List<Measured> measured, EvaluationListener listener) {
        List<Outcomes> outcomes = new ArrayList<>();
        for (Measured one : measured) {
            outcomes.addAll(evaluation
                    .run(List.of(one.dataSet()), one.library(), listener)
                    .dataSets());
        }
        return new EvaluationReport(outcomes);
    }
}
