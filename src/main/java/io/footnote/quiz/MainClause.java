package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import io.footnote.language.Tagger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts off what only comments on the main clause, where what is left is still a sentence and still true. */
final class MainClause {
    /** A sentence up to this length stays as it is. */
    static final int SHORT_ENOUGH = 110;

    private static final Set<String> COMMENTS = Set.of(
            "which",
            "who",
            "whose",
            "where",
            "although",
            "while",
            "but",
            "including",
            "citing",
            "echoing",
            "allowing",
            "leading",
            "according",
            "arguing",
            "collecting",
            "with");

    /** Enough of a main clause, and a participle that brings what is said. */
    private static final Pattern SAYING =
            Pattern.compile("([^“”\"(:]{50,}?), (?:saying|adding|arguing|using|stressing) .*");

    private MainClause() {}

    /** The sentence up to a comma that opens a comment, a dash or a semicolon; unchanged where it has quotations. */
    static String trimmed(String sentence, Tagger tagger) {
        if (sentence.length() <= SHORT_ENOUGH || sentence.matches(".*[“”\"(].*")) {
            return sentence;
        }
        List<TaggedWord> words = tagger.tag(sentence);
        boolean verb = false;
        boolean opensOddly = words.getFirst().is(PartOfSpeech.VERB)
                || words.getFirst().is(PartOfSpeech.SCONJ)
                || words.getFirst().is(PartOfSpeech.ADV);
        boolean pairOfDashes =
                words.stream().filter(word -> word.text().equals("–")).count() > 1;
        if (opensOddly) {
            return sentence;
        }
        for (int index = 0; index + 1 < words.size(); index++) {
            TaggedWord word = words.get(index);
            verb |= finite(word);
            String next = words.get(index + 1).text().toLowerCase(Locale.ROOT);
            boolean comment = word.text().equals(",") && COMMENTS.contains(next);
            boolean dash = !pairOfDashes && word.text().equals("–") && sentence.startsWith(" ", word.end());
            boolean complete = index > 0
                    && !words.get(index - 1).is(PartOfSpeech.SCONJ)
                    && !words.get(index - 1).is(PartOfSpeech.VERB)
                    && !words.get(index - 1).text().equals("that");
            boolean contrast = next.equals("but")
                    && index + 2 < words.size()
                    && words.get(index + 2).is(PartOfSpeech.PRON);
            if (verb
                    && (complete || contrast)
                    && (comment || dash || word.text().equals(";"))
                    && !continues(words, index)) {
                return sentence.substring(0, word.start()).strip() + ".";
            }
        }
        return sentence;
    }

    /** The sentence up to what somebody says in it by the way, without quotations; nothing where it has no such part. */
    static List<String> beforeSaying(String sentence) {
        Matcher saying = SAYING.matcher(sentence);
        return saying.lookingAt() ? List.of(saying.group(1) + ".") : List.of();
    }

    private static boolean finite(TaggedWord word) {
        return (word.is(PartOfSpeech.VERB) || word.is(PartOfSpeech.AUX))
                && !word.text().endsWith("ing");
    }

    /** Whether the comment is closed again by a dash or a comma with a verb behind, so that the clause goes on. */
    private static boolean continues(List<TaggedWord> words, int open) {
        String mark = words.get(open).text();
        for (int index = open + 2; index + 1 < words.size(); index++) {
            boolean closes = words.get(index).text().equals(mark);
            if (closes
                    && (finite(words.get(index + 1))
                            || words.get(index + 1).is(PartOfSpeech.ADP)
                            || mark.equals("–"))) {
                return true;
            }
        }
        return false;
    }
}
