package io.footnote.storage;

import java.time.Instant;
import java.util.Locale;

/**
 * What a moderator thinks of an answer; the reader's thumb is another thing. Immutable.
 *
 * @param answerId the entry
 * @param moderator the Telegram user id of the moderator
 * @param decision the verdict
 * @param note why, at most {@value #MAX_NOTE} UTF-16 units; may be empty
 * @param at when, to the millisecond
 */
public record Review(String answerId, long moderator, Decision decision, String note, Instant at) {
    /** The longest note, in UTF-16 units. */
    public static final int MAX_NOTE = 2_000;

    /** The verdicts. */
    public enum Decision {
        /** Answer and citations are right, or refusing was. */
        RIGHT("right"),
        /** The answer is wrong. */
        WRONG_ANSWER("wrong answer"),
        /** The answer may be right, what it cites does not say it. */
        WRONG_CITATION("wrong citation"),
        /** What is said is right, and something is missing. */
        INCOMPLETE("incomplete"),
        /** The article does not say, and it was answered. */
        SHOULD_HAVE_REFUSED("should have refused"),
        /** The article says, and it was refused. */
        SHOULD_HAVE_ANSWERED("should have answered"),
        /** Not fit to be shown, whatever the article says. */
        INAPPROPRIATE("inappropriate");

        private final String words;

        Decision(String words) {
            this.words = words;
        }

        /** The verdict in plain words. */
        public String words() {
            return words;
        }

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Decision of(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT));
        }
    }

    /** @throws IllegalArgumentException when the note is too long */
    public Review {
        if (note.length() > MAX_NOTE) {
            throw new IllegalArgumentException(
                    "note must have at most " + MAX_NOTE + " characters, got " + note.length());
        }
    }
}
