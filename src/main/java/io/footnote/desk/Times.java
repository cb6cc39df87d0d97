package io.footnote.desk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the pages show them, in UTC. */
final class Times {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    private Times() {}

    static String minute(Instant time) {
        return MINUTE.format(time.atOffset(ZoneOffset.UTC));
    }

    static String second(Instant time) {
        return SECOND.format(time.atOffset(ZoneOffset.UTC));
    }
}
