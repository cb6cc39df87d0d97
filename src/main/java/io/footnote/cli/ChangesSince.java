package io.footnote.cli;

import io.footnote.Application;
import io.footnote.answer.Abstained;
import io.footnote.answer.Answer;
import io.footnote.answer.Grounded;
import io.footnote.answer.Source;
import io.footnote.article.Article;
import io.footnote.article.Revision;
import io.footnote.storage.LibraryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of the sentences that an old answer cites. */
final class ChangesSince {
    private final Application application;

    ChangesSince(Application application) {
        this.application = application;
    }

    /** A line for each that an article has lost or changed since; none where all is as it was. */
    List<String> of(Answer answer) {
        List<Source> sources = switch (answer) {
            case Grounded grounded -> grounded.sources();
            case Abstained abstained -> abstained.nearest();
        };
        List<String> lines = new ArrayList<>();
        for (Source source : sources) {
            if (source.removed()) {
                lines.add("(Source " + source.n() + " was removed with its article.)");
            } else {
                change(source).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private Optional<String> change(Source source) {
        Optional<Article> cited = application.articles().find(source.articleId());
        Optional<LibraryEntry> entry = application.library().ofText(source.articleId());
        if (cited.isEmpty()
                || entry.isEmpty()
                || entry.get().current().id().equals(source.articleId())
                || !cited.get().has(source.sentence())) {
            return Optional.empty();
        }
        Article current = entry.get().current();
        String changed = "(The article has changed since: source " + source.n();
        Revision.Fate fate = Revision.of(cited.get(), current).fateOf(source.sentence());
        return Optional.of(
                switch (fate.kind()) {
                    case UNCHANGED -> changed + " reads the same.)";
                    case GONE -> changed + " is no longer in it.)";
                    case REWORDED ->
                        changed + " now reads: "
                                + AnswerText.oneLine(fate.now() == null ? "" : current.textOf(fate.now())) + ")";
                });
    }
}
