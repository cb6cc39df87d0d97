package io.footnote.cli;

import io.footnote.Application;
import io.footnote.answer.Answer;
import io.footnote.answer.LaterVersions;
import io.footnote.answer.LaterVersions.Later;
import io.footnote.answer.Source;
import io.footnote.storage.LibraryEntry;
import java.util.ArrayList;
import java.util.List;

/** Says what became of the sentences that an old answer cites. */
final class ChangesSince {
    private final LaterVersions versions;

    ChangesSince(Application application) {
        this.versions = new LaterVersions(
                application.articles()::find,
                id -> application.library().ofText(id).map(LibraryEntry::current));
    }

    /** A line for each that an article has lost or changed since; none where all is as it was. */
    List<String> of(Answer answer) {
        List<String> lines = new ArrayList<>();
        for (Source source : answer.shown()) {
            versions.of(source).ifPresent(later -> lines.add(line(source.n(), later)));
        }
        return lines;
    }

    private static String line(int n, Later later) {
        String changed = "(The article has changed since: source " + n;
        return switch (later.change()) {
            case SAME -> changed + " reads the same.)";
            case REWORDED -> changed + " now reads: " + AnswerText.oneLine(later.reads()) + ")";
            case GONE -> changed + " is no longer in it.)";
            case REMOVED -> "(Source " + n + " was removed with its article.)";
        };
    }
}
