package io.footnote.language;

/** The word classes of Universal Dependencies, by the names that treebanks give them (https://universaldependencies.org/u/pos). */
public enum PartOfSpeech {
    /** Adjective. */
    ADJ,
    /** Preposition or postposition. */
    ADP,
    /** Adverb. */
    ADV,
    /** Auxiliary, modal or copula: has, will, is. */
    AUX,
    /** Coordinating conjunction: and, or, but. */
    CCONJ,
    /** Determiner: the, this, every. */
    DET,
    /** Interjection. */
    INTJ,
    /** Common noun. */
    NOUN,
    /** Numeral, in digits or words. */
    NUM,
    /** Particle: not, the possessive 's, to before a verb. */
    PART,
    /** Pronoun. */
    PRON,
    /** Proper noun, a part of a name. */
    PROPN,
    /** Punctuation. */
    PUNCT,
    /** Subordinating conjunction: that, if, while. */
    SCONJ,
    /** Symbol: $, %. */
    SYM,
    /** Verb, auxiliaries left out. */
    VERB,
    /** Anything else. */
    X;

    /** Whether words of this class say something by themselves: nouns, names, verbs, adjectives and adverbs. */
    public boolean content() {
        return switch (this) {
            case ADJ, ADV, NOUN, PROPN, VERB -> true;
            default -> false;
        };
    }

    /** The class a treebank calls by that name; {@link #X} where there is none. */
    static PartOfSpeech of(String name) {
        for (PartOfSpeech tag : values()) {
            if (tag.name().equals(name)) {
                return tag;
            }
        }
        return X;
    }
}
