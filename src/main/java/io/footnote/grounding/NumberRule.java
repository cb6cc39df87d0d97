package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Lexicon;
import io.footnote.language.Quantity;
import io.footnote.language.Quantity.Bound;
import io.footnote.language.Quantity.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Every number of the claim stands in the evidence, counting the same, near what the claim says of it. {@code 240,000},
 * {@code 240 000} and {@code 240 thousand} are one number; a claim may round when it says so.
 */
final class NumberRule implements Rule {

    /** How far a number may lie from one called "about" it, as a share of it. */
    private static final double ABOUT_TOLERANCE = 0.06;
    /** How far beyond "more than" or "less than" a number may lie, as a share of it. */
    private static final double BOUND_TOLERANCE = 0.25;

    private final Lexicon lexicon;

    NumberRule(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public List<Finding> check(Claim claim, Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (Quantity quantity : claim.text().quantities()) {
            String number = "number " + claim.text().written(quantity.first(), quantity.last());
            Set<String> context = claim.context(quantity.first(), quantity.last());
            BitSet found = sentencesWith(quantity, evidence);
            if (found.isEmpty()) {
                boolean conflict = otherNumber(quantity, evidence, evidence.closest(context));
                findings.add(Finding.of(number + " is not in the evidence", conflict));
            } else if (!evidence.near(claim.keys(), context, found)) {
                findings.add(Finding.elsewhere(number + " stands elsewhere in the evidence"));
            } else if (countsSomethingElse(quantity, evidence, found)) {
                findings.add(Finding.conflicting(number + " counts something else in the evidence"));
            }
        }
        return findings;
    }

    private BitSet sentencesWith(Quantity quantity, Evidence evidence) {
        BitSet found = new BitSet();
        for (int index = 0; index < evidence.sentences().size(); index++) {
            AnnotatedText sentence = evidence.sentences().get(index);
            boolean number = sentence.quantities().stream().anyMatch(other -> supports(quantity, other));
            boolean year = quantity.kind() == Kind.COUNT
                    && sentence.dates().stream()
                            .anyMatch(date -> date.yearAlone()
                                    && quantity.value().compareTo(BigDecimal.valueOf(date.year())) == 0);
            if (number || year || (isOne(quantity) && hasSingle(sentence, quantity))) {
                found.set(index);
            }
        }
        return found;
    }

    private boolean supports(Quantity claimed, Quantity given) {
        boolean sameKind =
                claimed.kind() == given.kind() || (claimed.kind() == Kind.COUNT && given.kind() == Kind.MONEY);
        if (!sameKind || (claimed.kind() == Kind.MONEY && !Objects.equals(claimed.unit(), given.unit()))) {
            return false;
        }
        if (lexicon.isMeasure(claimed.unit())
                && lexicon.isMeasure(given.unit())
                && !Objects.equals(claimed.unit(), given.unit())) {
            return false;
        }
        return switch (claimed.bound()) {
            case EXACT -> claimed.sameValue(given) && given.bound() != Bound.BELOW;
            case ABOUT -> Math.abs(beyond(claimed, given)) <= ABOUT_TOLERANCE;
            case ABOVE ->
                given.bound() == Bound.ABOVE && claimed.sameValue(given)
                        || beyond(claimed, given) > 0 && beyond(claimed, given) <= BOUND_TOLERANCE;
            case BELOW ->
                given.bound() == Bound.BELOW && claimed.sameValue(given)
                        || beyond(claimed, given) < 0 && beyond(claimed, given) >= -BOUND_TOLERANCE;
        };
    }

    /** How far the number given lies beyond the one claimed, as a share of it. */
    private static double beyond(Quantity claimed, Quantity given) {
        double value = claimed.value().doubleValue();
        double difference = given.value().doubleValue() - value;
        return difference == 0 ? 0 : value == 0 ? Double.POSITIVE_INFINITY : difference / value;
    }

    private static boolean isOne(Quantity quantity) {
        return quantity.kind() == Kind.COUNT && quantity.value().compareTo(BigDecimal.ONE) == 0;
    }

    /** Whether the sentence speaks of "a" or "an", or "a single", of what the claim has one of. */
    private static boolean hasSingle(AnnotatedText sentence, Quantity one) {
        for (int index = 0; index < sentence.tokens().size(); index++) {
            String norm = sentence.tokens().get(index).norm();
            if (norm.equals("a") || norm.equals("an") || norm.equals("single")) {
                int end = Math.min(sentence.tokens().size(), index + 5);
                if (sentence.tokens().subList(index + 1, end).stream()
                        .anyMatch(token -> token.key().equals(one.unit()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a sentence gives another number of the same kind and unit. */
    private boolean otherNumber(Quantity quantity, Evidence evidence, BitSet sentences) {
        return sentences.stream()
                .mapToObj(index -> evidence.sentences().get(index))
                .flatMap(sentence -> sentence.quantities().stream())
                .filter(other -> other.kind() == quantity.kind())
                .anyMatch(other -> quantity.kind() == Kind.MONEY
                        || Objects.equals(other.unit(), quantity.unit())
                        || (lexicon.isMeasure(other.unit()) && lexicon.isMeasure(quantity.unit())));
    }

    /** Whether, wherever the number stands, it counts another thing and the thing claimed has another number. */
    private boolean countsSomethingElse(Quantity claimed, Evidence evidence, BitSet found) {
        if (claimed.kind() != Kind.COUNT || claimed.unit() == null) {
            return false;
        }
        boolean otherThing = false;
        for (int index : found.stream().toArray()) {
            for (Quantity given : evidence.sentences().get(index).quantities()) {
                boolean sameUnit = Objects.equals(given.unit(), claimed.unit());
                boolean same = supports(claimed, given);
                if (same && (sameUnit || given.unit() == null)) {
                    return false;
                }
                otherThing |= !same && sameUnit && given.kind() == Kind.COUNT;
            }
        }
        return otherThing;
    }
}
