package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import io.footnote.language.DateMention;
import io.footnote.language.Lexicon;
import io.footnote.language.Quantity;
import io.footnote.language.Token;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** A claim as the rules read it: its tokens, and which of them carry content. Immutable. */
final class Claim {

    /** How far on either side of a number or a name its context reaches, in tokens. */
    private static final int CONTEXT_REACH = 7;

    private final AnnotatedText text;
    private final BitSet content = new BitSet();
    private final Polarity polarity;

    Claim(AnnotatedText text, Lexicon lexicon) {
        this.text = text;
        this.polarity = new Polarity(text, lexicon);
        for (int index = 0; index < text.tokens().size(); index++) {
            content.set(index, isContent(text.tokens().get(index), lexicon));
        }
        for (Quantity quantity : text.quantities()) {
            content.clear(quantity.first(), quantity.last() + 1);
        }
        for (DateMention date : text.dates()) {
            content.clear(date.first(), date.last() + 1);
        }
    }

    /** Whether a token says something by itself: a number, or a word that is no function word. */
    static boolean isContent(Token token, Lexicon lexicon) {
        // the key of an acronym that looks like a function word, "US" or "IT", is kept in capitals
        boolean word = !lexicon.isStopWord(token.norm())
                || (token.acronym() && token.key().equals(token.surface()));
        return token.isWord() && word;
    }

    AnnotatedText text() {
        return text;
    }

    Polarity polarity() {
        return polarity;
    }

    /** The indices of its content words, numbers and dates left out. */
    BitSet content() {
        return (BitSet) content.clone();
    }

    /** The indices of the tokens that stand in names. */
    BitSet inNames() {
        BitSet indices = new BitSet();
        text.names().forEach(name -> indices.set(name.first(), name.last() + 1));
        return indices;
    }

    /** The keys of its content words in the claim's order. */
    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        content.stream().forEach(index -> keys.add(text.tokens().get(index).key()));
        return keys;
    }

    /** The keys of the content words around a stretch of tokens, inside its sentence. */
    Set<String> context(int first, int last) {
        Set<String> keys = new LinkedHashSet<>();
        for (int index = first - 1; index >= Math.max(0, first - CONTEXT_REACH) && !ends(index); index--) {
            addKey(index, keys);
        }
        for (int index = last + 1;
                index <= last + CONTEXT_REACH && index < text.tokens().size() && !ends(index);
                index++) {
            addKey(index, keys);
        }
        return keys;
    }

    private void addKey(int index, Set<String> keys) {
        if (content.get(index)) {
            keys.add(text.tokens().get(index).key());
        }
    }

    /** Whether a sentence ends at that token; the stop of an abbreviation is followed by no capital, or is close. */
    private boolean ends(int index) {
        Token token = text.tokens().get(index);
        boolean mark = token.is(".") || token.is("!") || token.is("?");
        return mark && index > 0 && text.tokens().get(index - 1).norm().length() > 2;
    }
}
