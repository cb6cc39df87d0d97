package io.footnote.quiz;

import io.footnote.language.TaggedWord;
import io.footnote.language.Tagger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what has to be read before a sentence for it to be understood: nothing, or a sentence shortly before that can be
 * understood by itself. A question then opens with that sentence.
 */
final class Contexts {
    /** The longest sentence that a question may open with; what is asked has to fit behind it. */
    static final int LONGEST = 180;

    /** Within so many words a quotation says what it is about. */
    private static final int SUBJECT_WORDS = 4;

    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "it");

    private final SelfContained selfContained;
    private final References references;
    private final Tagger tagger;
    private final List<ReadSentence> introducing = new ArrayList<>();

    Contexts(SelfContained selfContained, References references, Tagger tagger) {
        this.selfContained = selfContained;
        this.references = references;
        this.tagger = tagger;
    }

    /** Notes a sentence of the article, in order. */
    void add(ReadSentence sentence) {
        introducing.add(sentence);
    }

    /** Whether a text can be understood by itself, the article's title being known. */
    boolean standsAlone(List<TaggedWord> text) {
        return selfContained.holds(text) && references.resolved(text);
    }

    /** The same for a text whose words have no parts of speech yet. */
    boolean standsAlone(String text) {
        return standsAlone(tagger.tag(text));
    }

    /** Whether a question can be understood behind what is read before it. */
    boolean standsAlone(Candidate candidate) {
        return isClear((candidate.context() + " " + candidate.bare()).strip());
    }

    /** Whether a question needs nothing read before it. */
    boolean isClear(String question) {
        List<TaggedWord> words = tagger.tag(question);
        return selfContained.pointsNowhere(words) && references.resolved(words);
    }

    /** Whether no pronoun leads out of a question, whatever else it leaves open. */
    boolean pointsNowhere(String question) {
        return selfContained.pointsNowhere(tagger.tag(question));
    }

    /** The sentence before that makes a quotation clear, null where there is none. */
    @Nullable
    ReadSentence beforeQuoted(int number, String quoted) {
        return before(number, tagger.tag(quoted));
    }

    /** The same for a quotation, in which people may say "I". */
    boolean standsAloneQuoted(String quoted) {
        List<TaggedWord> words = tagger.tag(quoted);
        int open = references.open(words, 0);
        return selfContained.holdsQuoted(words) && (open < 0 || open >= SUBJECT_WORDS);
    }

    /**
     * The sentence before that makes a text clear, perhaps with what stands before that one; null where there is none.
     *
     * @param number the number of the sentence that the text is from
     */
    @Nullable
    ReadSentence before(int number, List<TaggedWord> text) {
        boolean pronouns = !selfContained.holdsQuoted(text);
        for (int index = introducing.size() - 1; index >= 0; index--) {
            ReadSentence earlier = introducing.get(index);
            int back = number - earlier.number();
            if (pronouns && back == 1 && introduces(earlier) && clear(earlier, text)) {
                return earlier;
            }
        }
        return null;
    }

    /**
     * The sentence right before a text, where that makes its pronouns clear and most of what it speaks of as known; null
     * where it does not.
     */
    @Nullable
    ReadSentence nextBefore(int number, List<TaggedWord> text) {
        ReadSentence earlier = introducing.isEmpty() ? null : introducing.getLast();
        boolean needed =
                !text.isEmpty() && PRONOUNS.contains(text.getFirst().text().toLowerCase(Locale.ROOT));
        if (!needed || earlier == null || number - earlier.number() != 1 || !introduces(earlier)) {
            return null;
        }
        List<TaggedWord> both = new ArrayList<>(tagger.tag(earlier.passage()));
        both.addAll(text);
        return selfContained.pointsNowhere(both)
                        && selfContained.opensWell(text, PRONOUNS)
                        && agrees(earlier, text.getFirst().text().toLowerCase(Locale.ROOT))
                ? earlier
                : null;
    }

    private static boolean introduces(ReadSentence sentence) {
        return sentence.clear() && readable(sentence);
    }

    private static boolean readable(ReadSentence sentence) {
        String passage = sentence.passage();
        return sentence.selfContained()
                && passage.length() <= LONGEST
                && !sentence.quotes()
                && passage.chars().noneMatch(unit -> unit == ':' || unit == '?');
    }

    private boolean clear(ReadSentence earlier, List<TaggedWord> text) {
        List<TaggedWord> both = new ArrayList<>(tagger.tag(earlier.passage()));
        int first = both.size();
        both.addAll(text);
        return selfContained.holdsQuoted(both)
                && selfContained.opensWell(text, PRONOUNS)
                && references.open(both, first) < 0
                && agrees(earlier, text.getFirst().text().toLowerCase(Locale.ROOT));
    }

    /** Whether a pronoun that opens the text can mean the subject of the sentence before. */
    private static boolean agrees(ReadSentence earlier, String opener) {
        boolean plural = opener.equals("they");
        if (!plural && !opener.equals("it")) {
            return true;
        }
        Clause clause = Clause.of(earlier);
        return clause != null && clause.plural() == plural;
    }
}
