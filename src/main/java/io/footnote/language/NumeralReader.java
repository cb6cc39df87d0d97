package io.footnote.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one number in digits or words: {@code 240,000}, {@code 4.2 million}, {@code twenty-five}, {@code a dozen}. */
final class NumeralReader {

    /** Numbers with more digits are not read: they are codes, and arithmetic on them is slow. */
    private static final int MAX_DIGITS = 30;

    private static final List<String> UNITS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> ORDINALS = List.of(
            "",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");
    private static final Map<String, Integer> SCALES = Map.ofEntries(
            Map.entry("hundred", 2),
            Map.entry("thousand", 3),
            Map.entry("k", 3),
            Map.entry("million", 6),
            Map.entry("mn", 6),
            Map.entry("mln", 6),
            Map.entry("billion", 9),
            Map.entry("bn", 9),
            Map.entry("trillion", 12),
            Map.entry("tn", 12),
            Map.entry("trn", 12));
    private static final Map<String, Integer> FRACTIONS =
            Map.of("third", 3, "thirds", 3, "quarter", 4, "quarters", 4, "fifths", 5, "tenths", 10);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private NumeralReader() {}

    /**
     * A number as read.
     *
     * @param scale the power of ten a scale word stood for, 1 without one
     */
    record Numeral(
            int first,
            int last,
            BigDecimal value,
            BigDecimal scale,
            boolean ordinal,
            boolean fraction,
            boolean clock) {}

    /** The number that begins at that token, or null. */
    static @Nullable Numeral read(List<Token> tokens, int index) {
        Token token = tokens.get(index);
        if (token.type() == Token.Type.NUMBER) {
            return digits(tokens, index);
        }
        String norm = token.norm();
        int ordinal = ORDINALS.indexOf(norm);
        if (ordinal > 0) {
            return plain(index, index, BigDecimal.valueOf(ordinal), true, false);
        }
        if (norm.equals("half") || norm.equals("halves")) {
            return plain(index, index, new BigDecimal("0.5"), false, true);
        }
        boolean article = norm.equals("a") || norm.equals("an");
        Integer fraction = FRACTIONS.get(norm(tokens, index + 1));
        if (article && fraction != null && norm(tokens, index + 2).equals("of")) {
            return plain(index, index + 1, divide(1, fraction), false, true);
        }
        if (article
                && !SCALES.containsKey(norm(tokens, index + 1))
                && !norm(tokens, index + 1).equals("dozen")) {
            return null;
        }
        return norm.equals("dozen") || article || small(norm) >= 0 ? words(tokens, index) : null;
    }

    private static @Nullable Numeral digits(List<Token> tokens, int index) {
        String norm = tokens.get(index).norm();
        boolean ordinal = norm.matches(".*(st|nd|rd|th)");
        String form = norm.replaceFirst("(st|nd|rd|th|s)$", "").replace(",", "");
        if (form.length() > MAX_DIGITS) {
            return null;
        }
        if (form.matches("[0-9]+:[0-9]{2}")) {
            String[] parts = form.split(":", 2);
            BigDecimal minutes =
                    new BigDecimal(parts[0]).multiply(BigDecimal.valueOf(60)).add(new BigDecimal(parts[1]));
            return new Numeral(index, index, minutes, BigDecimal.ONE, false, false, true);
        }
        if (!form.matches("[0-9]+(\\.[0-9]+)?")) {
            return null;
        }
        BigDecimal value = new BigDecimal(form);
        Integer scale = SCALES.get(norm(tokens, index + 1));
        if (ordinal || scale == null) {
            return plain(index, index, value, ordinal, false);
        }
        return new Numeral(
                index, index + 1, value.scaleByPowerOfTen(scale), BigDecimal.TEN.pow(scale), false, false, false);
    }

    /** {@code two hundred and forty thousand}, {@code twenty-five}, {@code two-thirds}, {@code a dozen}. */
    private static @Nullable Numeral words(List<Token> tokens, int start) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal current = BigDecimal.ZERO;
        BigDecimal scale = BigDecimal.ONE;
        int last = start - 1;
        int index = start;
        boolean open = true;
        while (index < tokens.size()) {
            String norm = norm(tokens, index);
            int small = index == start && (norm.equals("a") || norm.equals("an")) ? 1 : small(norm);
            Integer power = SCALES.get(norm);
            if (small >= 0 && open && fits(current, small)) {
                current = current.add(BigDecimal.valueOf(small));
                open = small >= 20;
            } else if (norm.equals("dozen")) {
                return plain(start, index, current.max(BigDecimal.ONE).multiply(BigDecimal.valueOf(12)), false, false);
            } else if (power != null && power == 2 && current.signum() > 0 && current.compareTo(HUNDRED) < 0) {
                current = current.multiply(BigDecimal.valueOf(100));
                scale = BigDecimal.valueOf(100);
                open = true;
            } else if (power != null && last >= start && current.signum() > 0 && norm.length() > 3) {
                total = total.add(current.scaleByPowerOfTen(power));
                current = BigDecimal.ZERO;
                scale = BigDecimal.TEN.pow(power);
                open = true;
            } else if (!joins(tokens, index, scale)) {
                break;
            } else {
                index++;
                continue;
            }
            last = index;
            index++;
        }
        return finish(tokens, start, last, total.add(current), scale);
    }

    private static @Nullable Numeral finish(
            List<Token> tokens, int start, int last, BigDecimal value, BigDecimal scale) {
        if (last < start) {
            return null;
        }
        int next = norm(tokens, last + 1).equals("-") ? last + 2 : last + 1;
        Integer fraction = FRACTIONS.get(norm(tokens, next));
        if (fraction != null && value.compareTo(BigDecimal.TEN) < 0) {
            return plain(start, next, divide(value.intValue(), fraction), false, true);
        }
        int ordinal = ORDINALS.indexOf(norm(tokens, next));
        if (ordinal > 0 && next == last + 2 && ordinal < 10 && small(norm(tokens, last)) >= 20) {
            return plain(start, next, value.add(BigDecimal.valueOf(ordinal)), true, false);
        }
        return new Numeral(start, last, value, scale, false, false, false);
    }

    /** Whether the token is an "and" or a hyphen inside a number. */
    private static boolean joins(List<Token> tokens, int index, BigDecimal scale) {
        String norm = norm(tokens, index);
        boolean numberFollows = small(norm(tokens, index + 1)) >= 0;
        boolean and = norm.equals("and") && scale.compareTo(BigDecimal.ONE) > 0;
        boolean hyphen =
                norm.equals("-") && small(norm(tokens, index - 1)) >= 20 && small(norm(tokens, index + 1)) < 10;
        return numberFollows && (and || hyphen);
    }

    /** Whether a number below a hundred can be added: "twenty five", "two hundred five", not "two five". */
    private static boolean fits(BigDecimal current, int small) {
        int below = current.remainder(BigDecimal.valueOf(100)).intValue();
        return below == 0 || (below >= 20 && below % 10 == 0 && small < 10 && small > 0);
    }

    private static int small(String norm) {
        int unit = UNITS.indexOf(norm);
        int ten = TENS.indexOf(norm);
        return unit >= 0 ? unit : ten > 1 ? ten * 10 : -1;
    }

    private static BigDecimal divide(int numerator, int denominator) {
        return BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), 6, RoundingMode.HALF_EVEN);
    }

    private static Numeral plain(int first, int last, BigDecimal value, boolean ordinal, boolean fraction) {
        return new Numeral(first, last, value, BigDecimal.ONE, ordinal, fraction, false);
    }

    private static String norm(List<Token> tokens, int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).norm() : "";
    }
}
