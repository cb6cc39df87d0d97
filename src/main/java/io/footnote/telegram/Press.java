package io.footnote.telegram;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a button asks for; all that is needed to do it is in the button, so that it works on any earlier message and after
 * a restart. Immutable.
 *
 * @param verb what to do
 * @param number a source, an opinion or a page, by verb; 0 for none
 * @param part which of the messages of an answer, from 1; 0 where one shows it whole. In a list of articles, what one is
 *     chosen for: 0 to ask about it, 1 for its summary, 2 for its timeline
 * @param subject the id of an answer or article, or the tag of a language; may be empty
 */
record Press(Verb verb, int number, int part, String subject) {
    /** The longest data of a button, in bytes. */
    static final int MAX_BYTES = 64;

    private static final int FIELDS = 4;

    /** What can be done. */
    enum Verb {
        SOURCE("s"),
        BACK("b"),
        MORE("m"),
        GOOD("u"),
        BAD("d"),
        REASON("r"),
        ARTICLES("p"),
        ARTICLE("c"),
        SUMMARY("o"),
        TIMELINE("e"),
        LANGUAGES("t"),
        LANGUAGE("l"),
        FORGET("f"),
        KEEP("k"),
        QUESTION("q"),
        WHY_NOT("w"),
        DUE("n"),
        REVIEW("v");

        private final String code;

        Verb(String code) {
            this.code = code;
        }
    }

    /** @throws IllegalArgumentException when a button cannot hold it */
    Press {
        if (data(verb, number, part, subject).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a button holds at most " + MAX_BYTES + " bytes, got subject " + subject);
        }
    }

    /** Without a subject. */
    static Press of(Verb verb) {
        return new Press(verb, 0, 0, "");
    }

    private static String data(Verb verb, int number, int part, String subject) {
        return verb.code + ":" + number + ":" + part + ":" + subject;
    }

    /** What the button holds. */
    String data() {
        return data(verb, number, part, subject);
    }

    /** What a button's data asks for; nothing where it is not one of ours. */
    static Optional<Press> read(String data) {
        String[] fields = data.split(":", FIELDS);
        if (fields.length != FIELDS
                || data.length() > MAX_BYTES
                || !fields[1].matches("\\d{1,6}")
                || !fields[2].matches("\\d{1,6}")) {
            return Optional.empty();
        }
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.code.equals(fields[0]))
                .findFirst()
                .map(verb -> new Press(verb, Integer.parseInt(fields[1]), Integer.parseInt(fields[2]), fields[3]));
    }
}
