package io.footnote.telegram;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Readers whom moderators muted or blocked. Safe for any number of threads. */
record Restricted(Stores stores) {

    /** What such a reader is told instead of an answer; nothing for everybody else. */
    Optional<String> words(Incoming in) {
        return stores.exchanges()
                .restriction(stores.restrictions(), in.person())
                .map(restriction -> {
                    Instant until = restriction.until();
                    return until == null
                            ? in.texts().say(Phrase.BLOCKED)
                            : in.texts()
                                    .say(
                                            Phrase.MUTED,
                                            "day",
                                            in.texts()
                                                    .day(until.atOffset(ZoneOffset.UTC)
                                                            .toLocalDate()));
                });
    }
}
