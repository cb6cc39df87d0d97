package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Lexicon;
import io.footnote.language.Name;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Every name of the claim stands in the evidence, near what the claim says of it. A middle initial may be missing, a
 * country may be named by its demonym, an acronym may stand for a name that the evidence spells out. Two halves of
 * different names do not make a name.
 */
final class NameRule implements Rule {

    /** How many tokens may stand between two words of one name: a middle name, an initial and its stop. */
    private static final int GAP_TOKENS = 3;
    /** What parts two words of one run at most: a stop or hyphen, and a space. */
    private static final int LONGEST_JOIN_UNITS = 2;

    private static final int SHORTEST_BASE = 5;
    private static final Set<String> DERIVATIONS = Set.of("ist", "ism", "ian", "an", "ese", "ite");

    private final Lexicon lexicon;

    NameRule(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public List<Finding> check(Claim claim, Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (Name name : claim.text().names()) {
            BitSet found = peoplesOnly(name) ? sentencesWithEach(name, evidence) : sentencesWith(name, evidence);
            if (found.isEmpty()) {
                findings.add(Finding.missing("name " + missingPart(name, evidence) + " is not in the evidence"));
            } else if (!evidence.near(besides(name, claim), claim.context(name.first(), name.last()), found)) {
                findings.add(Finding.elsewhere("name " + name.text() + " stands elsewhere in the evidence"));
            }
        }
        return findings;
    }

    /** Whether a name says no more than of which countries somebody is, as "Indian Australian" does. */
    private boolean peoplesOnly(Name name) {
        return name.tokens().size() > 1
                && name.tokens().stream().allMatch(part -> lexicon.country(part.surface()) != null);
    }

    /** The sentences that hold one of its words; none unless the evidence has each. */
    private static BitSet sentencesWithEach(Name name, Evidence evidence) {
        BitSet found = new BitSet();
        for (Token part : name.tokens()) {
            BitSet with = evidence.sentencesWith(part.key());
            if (with.isEmpty()) {
                return with;
            }
            found.or(with);
        }
        return found;
    }

    private static Set<String> besides(Name name, Claim claim) {
        Set<String> keys = claim.keys();
        name.tokens().forEach(token -> keys.remove(token.key()));
        return keys;
    }

    /**
     * The sentences that hold the name; once the evidence has it in full somewhere, its last word is enough elsewhere,
     * as news writes names.
     */
    private BitSet sentencesWith(Name name, Evidence evidence) {
        BitSet found = new BitSet();
        for (int index = 0; index < evidence.sentences().size(); index++) {
            found.set(index, holds(evidence.sentences().get(index), name));
        }
        if (!found.isEmpty()) {
            found.or(evidence.sentencesWith(name.tokens().getLast().key()));
        }
        return found;
    }

    private boolean holds(AnnotatedText sentence, Name name) {
        BitSet before = null;
        int end = -1;
        Token previous = name.tokens().getFirst();
        boolean loose = false;
        for (Token part : name.tokens()) {
            BitSet here = positions(sentence, part);
            if (here.isEmpty()) {
                if (part.norm().length() == 1 && name.tokens().size() > 1) {
                    continue;
                }
                return spelledOut(sentence, name);
            }
            // "Employees of the Commission" may be the Commission's employees
            loose |= part.start() - end > LONGEST_JOIN_UNITS;
            end = part.end();
            if (before != null
                    && !loose
                    && !part.acronym()
                    && !follows(before, here)
                    && halves(sentence, previous, part)) {
                return false;
            }
            // what an acronym or a country qualifies may stand anywhere: "US Secretary", "Moderna CEO"
            loose = part.acronym()
                    || !part.key().equals(part.key().strip())
                    || sentence.tokens().isEmpty();
            before = here;
            previous = part;
        }
        return before != null;
    }

    /** Whether the evidence gives either word only together with another: a first name, a surname of somebody else. */
    private static boolean halves(AnnotatedText sentence, Token one, Token other) {
        return boundElsewhere(sentence, one, 1) || boundElsewhere(sentence, other, -1);
    }

    /** Whether each time the word stands in a name, a further word of that name stands on that side of it. */
    private static boolean boundElsewhere(AnnotatedText sentence, Token part, int side) {
        boolean seen = false;
        for (Name name : sentence.names()) {
            for (int index = 0; index < name.tokens().size(); index++) {
                if (name.tokens().get(index).key().equals(part.key())) {
                    int beside = index + side;
                    if (beside < 0 || beside >= name.tokens().size()) {
                        return false;
                    }
                    seen = true;
                }
            }
        }
        return seen;
    }

    private static boolean follows(BitSet before, BitSet here) {
        return before.stream().anyMatch(index -> {
            int next = here.nextSetBit(index + 1);
            return next >= 0 && next - index <= GAP_TOKENS + 1;
        });
    }

    private static BitSet positions(AnnotatedText sentence, Token part) {
        BitSet positions = new BitSet();
        for (int index = 0; index < sentence.tokens().size(); index++) {
            Token token = sentence.tokens().get(index);
            boolean initial = part.norm().length() == 1
                    && token.capitalised()
                    && token.norm().startsWith(part.norm());
            if (token.isWord() && (token.key().equals(part.key()) || initial || derived(token.key(), part.key()))) {
                positions.set(index);
            }
        }
        return positions;
    }

    /** Whether one is made of the other by an ending for followers or inhabitants, as Scientologist of Scientology. */
    private static boolean derived(String one, String other) {
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return shorter.length() >= SHORTEST_BASE
                && longer.startsWith(shorter)
                && DERIVATIONS.contains(longer.substring(shorter.length()));
    }

    /** Whether the sentence spells out the claim's acronym, or the name's own acronym stands beside its words. */
    private static boolean spelledOut(AnnotatedText sentence, Name name) {
        Token only = name.tokens().getFirst();
        return name.tokens().size() == 1
                && only.acronym()
                && sentence.names().stream()
                        .anyMatch(other -> other.tokens().size() > 1
                                && (other.initials().equals(only.norm())
                                        || other.initials().endsWith(only.norm())
                                                && only.norm().length() > 2));
    }

    /** The words of the name that the evidence lacks, or all of it when it has each somewhere. */
    private static String missingPart(Name name, Evidence evidence) {
        List<String> missing = name.tokens().stream()
                .filter(part -> evidence.sentences().stream()
                        .allMatch(sentence -> positions(sentence, part).isEmpty()))
                .map(Token::surface)
                .toList();
        return missing.isEmpty() ? name.text() : String.join(" ", missing);
    }
}
