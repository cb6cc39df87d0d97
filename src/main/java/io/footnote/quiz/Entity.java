package io.footnote.quiz;

/**
 * Somebody or something that the article names. Immutable.
 *
 * @param text the name in full, as the article writes it
 * @param key the same for two names of one thing, as US and America
 * @param kind what kind of thing it is
 * @param definite whether the article puts "the" before it
 * @param mentions how often it is named, at least 1
 */
record Entity(String text, String key, Kind kind, boolean definite, int mentions) {

    /** Kinds of things with names; only those of one kind can stand beside each other as options. */
    enum Kind {
        PERSON,
        COUNTRY,
        PLACE,
        ORGANIZATION,
        OTHER
    }

    /** What a name is shortened to: its last word, less an article of Arabic. */
    String last() {
        return text.substring(text.lastIndexOf(' ') + 1).replaceFirst("^(?:al|el)-", "");
    }

    /** Whether a phrase is this name or a part of it. */
    boolean isNamedBy(String phrase) {
        return QuizItem.holds(text, phrase);
    }
}
