package io.footnote.cli;

import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.evaluation.DataSet;
import io.footnote.evaluation.DataSetReader;
import io.footnote.evaluation.IngestFigures;
import io.footnote.evaluation.IngestFigures.Cost;
import io.footnote.evaluation.MadeArticles;
import io.footnote.language.Encoder;
import io.footnote.storage.Arrival.Added;
import io.footnote.storage.Arrival.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 * {@code bench ingest}: how fast a library takes articles in. Each batch is encoded and added, in turn the one first and
 * the other, so that whatever else the machine does falls on both alike.
 */
@Command(
        name = "ingest",
        description = "Time adding articles to a library beside encoding their sentences alone, and adding them once"
                + " more. The articles are made of the sentences of data sets.")
final class IngestBenchCommand implements Callable<Integer> {
    private static final int MOST_ARTICLES = 10_000;

    private final Application application;
    private final Terminal terminal;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    @Option(
            names = "--articles",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many articles, 1000 by default.")
    private int articles;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the articles, 1 by default.")
    private long seed;

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "DATASET", description = "Sets of questions with their articles.")
    private List<Path> dataSets = List.of();

    IngestBenchCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (articles < 1 || articles > MOST_ARTICLES) {
            throw new ParameterException(
                    spec.commandLine(), "--articles must be 1 to " + MOST_ARTICLES + ", got " + articles);
        }
        DataSetReader reader = new DataSetReader(application.reader()::fromText, null);
        List<DataSet> sets = dataSets.stream().map(reader::read).toList();
        MadeArticles made = new MadeArticles(sets, seed);
        try (TemporaryFolder folder = TemporaryFolder.create();
                ProgressBar bar = ProgressBars.bar("adding", 2L * articles)) {
            List<Path> files = write(made, Files.createDirectory(folder.path().resolve("articles")));
            IngestFigures figures = measure(files, folder.path().resolve("data"), bar);
            terminal.out().print(json ? figures.toJson() + System.lineSeparator() : figures.toText());
        }
        return 0;
    }

    private List<Path> write(MadeArticles made, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int number = 1; number <= articles; number++) {
            files.add(Files.writeString(folder.resolve(number + ".txt"), made.text(number)));
        }
        return files;
    }

    private IngestFigures measure(List<Path> files, Path data, @Nullable ProgressBar bar) {
        Cost encoding = Cost.NONE;
        Cost adding = Cost.NONE;
        int sentences = 0;
        try (Application first = application.with(data)) {
            warmUp(first.encoder());
            Intake intake = new Intake(new Shelving(first), new Counting(bar));
            for (int from = 0; from < files.size(); from += Intake.BATCH) {
                List<Path> batch = files.subList(from, Math.min(from + Intake.BATCH, files.size()));
                List<String> texts = sentencesOf(batch);
                sentences += texts.size();
                boolean encoderFirst = from / Intake.BATCH % 2 == 0;
                if (encoderFirst) {
                    encoding = encoding.plus(Cost.of(() -> encode(first.encoder(), texts)));
                }
                adding = adding.plus(Cost.of(() -> intake.add(documents(batch, first.reader()))));
                if (!encoderFirst) {
                    encoding = encoding.plus(Cost.of(() -> encode(first.encoder(), texts)));
                }
            }
        }
        expect(Outcome.NEW);
        Cost again = Cost.of(() -> addAgain(files, data, bar));
        expect(Outcome.UNCHANGED);
        return new IngestFigures(files.size(), sentences, encoding, adding, again);
    }

    /** As a new start of the program does it, but for the start of the virtual machine. */
    private void addAgain(List<Path> files, Path data, @Nullable ProgressBar bar) {
        try (Application second = application.with(data)) {
            new Intake(new Shelving(second), new Counting(bar)).add(documents(files, second.reader()));
        }
    }

    private void expect(Outcome outcome) {
        if (!counts.equals(Map.of(outcome, articles))) {
            throw new CommandException("The articles were not all " + outcome.label() + " but " + counts
                    + ": take another --seed, or more data sets.");
        }
        counts.clear();
    }

    private static List<Incoming> documents(List<Path> files, ArticleReader reader) {
        return files.stream().map(file -> Incoming.file(file, reader)).toList();
    }

    private List<String> sentencesOf(List<Path> files) {
        List<String> texts = new ArrayList<>();
        for (Path file : files) {
            Article article = application.reader().read(file);
            article.sentences().forEach(sentence -> texts.add(article.textOf(sentence)));
        }
        return texts;
    }

    private static void encode(Encoder encoder, List<String> texts) {
        texts.parallelStream().forEach(encoder::encodePassage);
    }

    private static void warmUp(Encoder encoder) {
        for (int round = 0; round < 50; round++) {
            encoder.encodePassage("A sentence to begin with, number " + round + ".");
        }
    }

    private final class Counting implements Intake.Listener {
        private final @Nullable ProgressBar bar;

        Counting(@Nullable ProgressBar bar) {
            this.bar = bar;
        }

        @Override
        public void step() {
            if (bar != null) {
                bar.step();
            }
        }

        @Override
        public void added(Incoming incoming, Article article, Added added) {
            counts.merge(added.outcome(), 1, Integer::sum);
        }

        @Override
        public void refused(Incoming incoming, String reason) {
            throw new CommandException(reason + ".");
        }
    }
}
