package io.footnote.language;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number in a text and what it counts. Immutable.
 *
 * @param first the index of its first token
 * @param last the index of its last token, at least {@code first}
 * @param value the number; a percentage as written, half as 0.5
 * @param kind what kind of number
 * @param unit the key of the currency, of the unit of measure, or of the noun that follows; null when none does
 * @param bound whether the text says about, more than or less than that
 */
public record Quantity(
        int first,
        int last,
        BigDecimal value,
        Kind kind,
        @Nullable String unit,
        Bound bound) {

    /** Kinds of numbers; numbers of different kinds never contradict each other. */
    public enum Kind {
        /** How many, or how much of a unit. */
        COUNT,
        /** A share of a hundred, or a fraction. */
        PERCENT,
        /** A sum of money. */
        MONEY,
        /** A place in an order. */
        ORDINAL,
        /** A time of day, or a score, such as 10:30. */
        CLOCK
    }

    /** How exactly a number is meant. */
    public enum Bound {
        /** As it stands. */
        EXACT,
        /** About, nearly, some. */
        ABOUT,
        /** More than, at least. */
        ABOVE,
        /** Less than, at most. */
        BELOW
    }

    /** Whether both have the same value; 3 and 3.0 do. */
    public boolean sameValue(Quantity other) {
        return value.compareTo(other.value) == 0;
    }
}
