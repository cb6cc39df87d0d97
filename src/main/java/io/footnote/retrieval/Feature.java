package io.footnote.retrieval;

import java.util.Locale;

/**
 * What a sentence is ranked by. All are higher where the sentence matches better, but for those that say so; formulas
 * are in docs/ranking.md.
 */
enum Feature {
    /** BM25 of the sentence. */
    BM25,
    /** Cosine of the question's and the sentence's vectors. */
    COSINE,
    /** Mean of both scores, scaled, over the three sentences before and after. */
    NEIGHBOURHOOD,
    /** The greatest mean of both scores, scaled, in the article: matters where several are searched. */
    ARTICLE,
    /**
     * How near the question's content words come to some token of the sentence, on average; the sentence as it reads
     * between its neighbours.
     */
    MAXSIM,
    /** The same, rare words counting for more. */
    MAXSIM_RARE,
    /** The same of the word that comes least near. */
    MAXSIM_WEAKEST,
    /** The same of the interrogative and the two tokens after it. */
    MAXSIM_FOCUS,
    /** How near all the question's tokens come, on average. */
    MAXSIM_ALL,
    /** How much the question's words lack of coming near, all together; lower is better. */
    MAXSIM_UNMET,
    /** The share of the question's content words in the sentence, rare ones counting for more. */
    COVERAGE,
    /** The same, every word counting the same. */
    COVERAGE_PLAIN,
    /** The share that is not in the sentence but in its neighbours. */
    COVERAGE_AROUND,
    /** The share that is neither in the sentence nor around but in the headline. */
    COVERAGE_HEADLINE,
    /** The share of neighbouring pairs of content words that stand near each other in the sentence, in order. */
    PAIRS,
    /** The longest run of the question's words that the sentence repeats, in words. */
    RUN,
    /** Whether the rarest word of the question is in the sentence. */
    RAREST,
    /** The share of the question's capitalised words in the sentence, other spellings of a name included; 1 for none. */
    NAMES,
    /** The share of the question's capitalised words in the sentence or its neighbours; 1 for none. */
    NAMES_AROUND,
    /** The share of the question's numbers in the sentence; 1 for none. */
    NUMBERS,
    /** Whether both deny something, or neither. */
    NEGATION,
    /** The logarithm of the sentence's length in words. */
    LENGTH,
    /** The share of the sentence's content that the question does not say: room for an answer. */
    NEWS,
    /** Whether it opens with a pronoun or the like. */
    PRONOUN,
    /** Somebody is asked for and offered. */
    PERSON,
    /** A place is. */
    PLACE,
    /** A time is. */
    TIME,
    /** A length of time is. */
    DURATION,
    /** A number is. */
    NUMBER,
    /** A sum of money is. */
    MONEY,
    /** A share is. */
    PERCENT,
    /** A reason is. */
    REASON,
    /** A manner is. */
    MANNER,
    /** A definition is. */
    DEFINITION,
    /** Speech is. */
    SPEECH,
    /** A name is. */
    NAME;

    /** Features that look at the same thing. */
    enum Group {
        /** The scores that chose the sentences to look at. */
        WORDS_AND_MEANING,
        /** How near the question's words come in meaning. */
        NEARNESS,
        /** Which of the question's words are in the sentence or beside it. */
        WORDS_IN_COMMON,
        /** What the sentence is like. */
        SHAPE,
        /** Whether it offers what is asked for. */
        ASKED_FOR;

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What it looks at. */
    Group group() {
        if (compareTo(ARTICLE) <= 0) {
            return Group.WORDS_AND_MEANING;
        }
        if (compareTo(MAXSIM_UNMET) <= 0) {
            return Group.NEARNESS;
        }
        if (compareTo(NUMBERS) <= 0) {
            return Group.WORDS_IN_COMMON;
        }
        return compareTo(PRONOUN) <= 0 ? Group.SHAPE : Group.ASKED_FOR;
    }

    /** The name that explanations and the weights' file use. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
