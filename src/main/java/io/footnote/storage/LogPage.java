package io.footnote.storage;

import io.footnote.storage.LogQuery.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the log. Immutable.
 *
 * @param entries in the order asked for
 * @param next where the next page begins, or null when this is the last
 */
public record LogPage(List<LogEntry> entries, @Nullable Cursor next) {

    /** Makes the list immutable. */
    public LogPage {
        entries = List.copyOf(entries);
    }
}
