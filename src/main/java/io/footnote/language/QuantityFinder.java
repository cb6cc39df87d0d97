package io.footnote.language;

import io.footnote.language.Quantity.Bound;
import io.footnote.language.Quantity.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers and what they count. The first number of a range takes scale, currency and unit from the second:
 * {@code 2 to 3 million} are 2,000,000 and 3,000,000. A lone {@code one} counts only before a word it can count.
 */
final class QuantityFinder {

    private static final Set<String> ABOUT = Set.of(
            "about", "around", "roughly", "approximately", "nearly", "almost", "some", "circa", "~", "an estimated");
    private static final Set<String> ABOVE =
            Set.of("over", "above", "exceeding", "more than", "at least", "upwards of");
    private static final Set<String> BELOW = Set.of("under", "below", "less than", "fewer than", "up to", "at most");
    private static final Set<String> RANGE = Set.of("to", "-", "or");
    private static final Set<String> NOT_BEFORE_ONE =
            Set.of("no", "any", "every", "some", "each", "this", "that", "the", "only", "another", "which");
    private static final int UNIT_WINDOW = 3;
    private static final int CODE_LENGTH = 3;

    private final Lexicon lexicon;

    QuantityFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The numbers among the tokens, in order, none overlapping; tokens already {@code taken} are passed over. */
    List<Quantity> find(List<Token> tokens, BitSet taken) {
        List<Quantity> found = new ArrayList<>();
        int index = 0;
        while (index < tokens.size()) {
            NumeralReader.Numeral numeral = taken.get(index) ? null : NumeralReader.read(tokens, index);
            if (numeral == null) {
                index++;
                continue;
            }
            Quantity quantity = complete(tokens, numeral);
            if (quantity != null) {
                joinRange(tokens, found, quantity, numeral);
                found.add(quantity);
            }
            index = Math.max(numeral.last() + 1, quantity == null ? 0 : quantity.last() + 1);
        }
        return found;
    }

    private @Nullable Quantity complete(List<Token> tokens, NumeralReader.Numeral numeral) {
        int first = numeral.first();
        int last = numeral.last();
        BigDecimal value = numeral.value();
        if (numeral.ordinal()) {
            boolean unitOfTime =
                    norm(tokens, first).equals("second") && Set.of("a", "per").contains(norm(tokens, first - 1));
            return unitOfTime ? null : new Quantity(first, last, value, Kind.ORDINAL, unit(tokens, last), Bound.EXACT);
        }
        if (numeral.clock()) {
            return new Quantity(first, last, value, Kind.CLOCK, null, Bound.EXACT);
        }
        Bound bound = bound(tokens, first);
        String before = lexicon.currency(norm(tokens, first - 1));
        String after = lexicon.currency(norm(tokens, last + 1));
        if (before != null && standsBefore(norm(tokens, first - 1))) {
            Bound moneyBound = bound(tokens, first - 1);
            if (norm(tokens, last + 1).equals("m")) {
                value = value.scaleByPowerOfTen(6);
                last++;
            }
            return new Quantity(first - 1, last, value, Kind.MONEY, before, moneyBound);
        }
        if (after != null && !Lexicon.isCurrencySign(norm(tokens, last + 1))) {
            return new Quantity(first, last + 1, value, Kind.MONEY, after, bound);
        }
        int percent = percentWords(tokens, last + 1);
        if (percent > 0) {
            return new Quantity(first, last + percent, value, Kind.PERCENT, null, bound);
        }
        if (numeral.fraction()) {
            return new Quantity(first, last, value.scaleByPowerOfTen(2), Kind.PERCENT, null, bound);
        }
        if (norm(tokens, first).equals("one") && first == last && !countsSomething(tokens, first)) {
            return null;
        }
        return new Quantity(first, last, value, Kind.COUNT, unit(tokens, last), bound);
    }

    private void joinRange(List<Token> tokens, List<Quantity> found, Quantity second, NumeralReader.Numeral numeral) {
        if (found.isEmpty()) {
            return;
        }
        Quantity first = found.getLast();
        if (second.first() - first.last() != 2
                || !RANGE.contains(norm(tokens, first.last() + 1))
                || first.kind() != Kind.COUNT
                || second.kind() == Kind.ORDINAL
                || second.kind() == Kind.CLOCK) {
            return;
        }
        boolean scaled = numeral.scale().compareTo(BigDecimal.ONE) > 0
                && first.value().compareTo(numeral.scale()) < 0
                && first.value().multiply(numeral.scale()).compareTo(second.value()) <= 0;
        BigDecimal value = scaled ? first.value().multiply(numeral.scale()) : first.value();
        found.set(
                found.size() - 1,
                new Quantity(first.first(), first.last(), value, second.kind(), second.unit(), first.bound()));
    }

    /** The unit of measure, or else the key of the first content word, among the next words before a mark. */
    private @Nullable String unit(List<Token> tokens, int last) {
        for (int index = last + 1; index <= last + UNIT_WINDOW && index < tokens.size(); index++) {
            Token token = tokens.get(index);
            if (token.type() == Token.Type.NUMBER) {
                return null;
            }
            if (token.type() == Token.Type.PUNCTUATION) {
                if (!token.is("-") && !token.is("\"")) {
                    return null;
                }
                continue;
            }
            String measure = lexicon.unit(token.norm());
            if (measure != null) {
                return measure;
            }
            if (!lexicon.isStopWord(token.norm())) {
                return token.key();
            }
        }
        return null;
    }

    private boolean countsSomething(List<Token> tokens, int index) {
        return index + 1 < tokens.size()
                && tokens.get(index + 1).type() == Token.Type.WORD
                && !lexicon.isStopWord(norm(tokens, index + 1))
                && !NOT_BEFORE_ONE.contains(norm(tokens, index - 1));
    }

    /** Signs and codes stand before the number, words after it. */
    private static boolean standsBefore(String currency) {
        return Lexicon.isCurrencySign(currency) || currency.length() == CODE_LENGTH;
    }

    private static Bound bound(List<Token> tokens, int first) {
        String one = norm(tokens, first - 1);
        String two = norm(tokens, first - 2) + " " + one;
        if (ABOVE.contains(two) || ABOVE.contains(one)) {
            return Bound.ABOVE;
        }
        if (BELOW.contains(two) || BELOW.contains(one)) {
            return Bound.BELOW;
        }
        return ABOUT.contains(one) || ABOUT.contains(two) ? Bound.ABOUT : Bound.EXACT;
    }

    private static int percentWords(List<Token> tokens, int index) {
        String norm = norm(tokens, index);
        if (norm.equals("%") || norm.equals("percent") || norm.equals("pct")) {
            return 1;
        }
        if (norm.equals("percentage")) {
            return 2;
        }
        return norm.equals("per") && norm(tokens, index + 1).equals("cent") ? 2 : 0;
    }

    private static String norm(List<Token> tokens, int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).norm() : "";
    }
}
