package io.footnote.cli;

import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.evaluation.ClaimSet;
import io.footnote.evaluation.DataSetReader;
import io.footnote.evaluation.MutationFigures;
import io.footnote.evaluation.MutationStudy;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mutations}: what share of false statements the gate catches. */
@Command(
        name = "mutations",
        description = "Change supported statements in one place each and count how many the gate catches: the supported"
                + " claims of data sets sentence by sentence, or without one the sentences of the article.")
final class MutationsCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;

    @Mixin
    private ArticleOptions articles = new ArticleOptions();

    @Option(names = "--json", description = "Print one JSON object on one line for each data set.")
    private boolean json;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Chooses what is changed and into what; ${DEFAULT-VALUE} where it is not given.",
            defaultValue = "1")
    private long seed = 1;

    @Parameters(arity = "0..*", paramLabel = "DATASET", description = "Sets of claims, as JSON lines.")
    private List<Path> files = List.of();

    MutationsCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            for (Article article : articles.read(application)) {
                MutationStudy study = study();
                article.sentences().stream()
                        .filter(Sentence::citable)
                        .map(article::textOf)
                        .forEach(sentence -> study.add(sentence, sentence));
                print(article.title(), study.run());
            }
            return 0;
        }
        DataSetReader reader = new DataSetReader(application.reader()::fromText, null);
        for (Path file : files) {
            if (!(reader.read(file) instanceof ClaimSet claims)) {
                throw new CommandException(file + " holds no claims: only supported claims can be mutated.");
            }
            MutationStudy study = study();
            study.add(claims);
            print(claims.name(), study.run());
        }
        return 0;
    }

    private MutationStudy study() {
        return new MutationStudy(
                application.gate()::judge,
                application.splitter()::split,
                new Annotator(Lexicon.english()),
                application.tagger(),
                application.wordNet(),
                seed);
    }

    private void print(String name, MutationFigures figures) {
        if (json) {
            terminal.out().println(figures.toJson(name));
        } else {
            terminal.out().print(figures.toTable(name));
        }
        terminal.out().flush();
    }
}
