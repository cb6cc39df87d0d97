package io.footnote.cli;

import io.footnote.Application;
import io.footnote.article.Article;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which articles questions are about: some, or the whole library. */
final class AskedArticles {
    @Mixin
    private ArticleOptions articles = new ArticleOptions();

    @Option(names = "--library", description = "Ask all articles of the library at once.")
    private boolean library;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Whether they are all articles of the library, which keeps them already. */
    boolean areLibrary() {
        if (library && articles.named()) {
            throw new ParameterException(
                    spec.commandLine(), "--library asks all articles and --article some: give one of them");
        }
        return library;
    }

    /** Reads them. At least one. */
    List<Article> read(Application application) {
        return areLibrary() ? ArticleOptions.library(application) : articles.read(application);
    }
}
