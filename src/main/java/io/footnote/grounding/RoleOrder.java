package io.footnote.grounding;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import io.footnote.language.Token;
import io.footnote.language.WordNet;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * In which order a claim and its evidence name who does something and to whom, whatever the verb: English puts the agent
 * first unless "by" follows.
 *
 * @param reversed of how many verbs the evidence has agent and patient only in the other order
 * @param agreed of how many it has them in the same order somewhere
 * @param odd of how many a thing does something to a name or person
 */
record RoleOrder(int reversed, int agreed, int odd) {

    /** Whether no verb has its agent and patient as the evidence orders them, and one has them the other way or oddly. */
    boolean speaksAgainst() {
        return agreed == 0 && reversed + odd > 0;
    }

    static RoleOrder of(ReadSentence claim, Evidence evidence, WordNet net) {
        int reversed = 0;
        int agreed = 0;
        int odd = 0;
        List<TaggedWord> words = claim.words();
        for (Roles.Sides sides : Roles.sides(words)) {
            boolean by = false;
            for (int index = sides.last() + 1; index < sides.otherFirst(); index++) {
                by |= words.get(index).lemma().equals("by");
            }
            Set<String> before = keys(claim, sides.first(), sides.last());
            Set<String> after = keys(claim, sides.otherFirst(), sides.otherLast());
            before.removeAll(after);
            int same = 0;
            int other = 0;
            BitSet both = with(before, evidence);
            both.and(with(after, evidence));
            for (int index : both.stream().toArray()) {
                boolean first = firstComesFirst(evidence.sentences().get(index).tokens(), before, after);
                same += first != by ? 1 : 0;
                other += first == by ? 1 : 0;
            }
            agreed += same > 0 ? 1 : 0;
            reversed += same == 0 && other > 0 ? 1 : 0;
            odd += !by && !animate(words.get(sides.last()), net) && animate(words.get(sides.otherLast()), net) ? 1 : 0;
        }
        return new RoleOrder(reversed, agreed, odd);
    }

    private static boolean animate(TaggedWord word, WordNet net) {
        String lemma = word.lemma().toLowerCase(Locale.ROOT);
        return word.is(PartOfSpeech.PROPN)
                || word.is(PartOfSpeech.PRON)
                || net.isKindOf(lemma, "person", PartOfSpeech.NOUN)
                || net.isKindOf(lemma, "social group", PartOfSpeech.NOUN);
    }

    private static Set<String> keys(ReadSentence claim, int first, int last) {
        Set<String> keys = new HashSet<>();
        for (int index = first; index <= last; index++) {
            TaggedWord word = claim.words().get(index);
            if (word.is(PartOfSpeech.NOUN) || word.is(PartOfSpeech.PROPN)) {
                keys.add(claim.keys().get(index));
            }
        }
        return keys;
    }

    private static BitSet with(Set<String> keys, Evidence evidence) {
        BitSet found = new BitSet();
        keys.forEach(key -> found.or(evidence.sentencesWith(key)));
        return found;
    }

    /** Whether the first comes first, "by" between the two turning it round. */
    private static boolean firstComesFirst(List<Token> tokens, Set<String> first, Set<String> second) {
        int one = place(tokens, first);
        int other = place(tokens, second);
        boolean by = tokens.subList(Math.min(one, other), Math.max(one, other)).stream()
                .anyMatch(token -> token.norm().equals("by"));
        return one < other != by;
    }

    private static int place(List<Token> tokens, Set<String> keys) {
        int index = 0;
        while (index < tokens.size() && !keys.contains(tokens.get(index).key())) {
            index++;
        }
        return index;
    }
}
