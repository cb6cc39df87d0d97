package io.footnote.quiz;

/** How hard an item is before anybody has answered it. */
public enum Difficulty {
    /** Two options, or a person to be named. */
    EASY,
    /** A number, a date, a place, a gap or an order. */
    HARD;

    /** How hard items of that type are. */
    public static Difficulty of(ItemType type) {
        return switch (type) {
            case TRUE_FALSE, WHO, WHAT, QUOTE -> EASY;
            case WHERE, WHEN, HOW_MANY, ORDER, CLOZE -> HARD;
        };
    }
}
