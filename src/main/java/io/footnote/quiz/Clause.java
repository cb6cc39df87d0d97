package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plain statement taken apart: an adverbial before it, its subject, its verb and what follows. Immutable. Indexes are
 * those of the sentence's words.
 *
 * @param sentence the sentence
 * @param lead the end of the adverbial it opens with, exclusive; 0 where there is none
 * @param first the first word of the subject
 * @param last the word after the subject, asides left out
 * @param predicate the first word after subject and asides: the verb, or an adverb before it
 * @param verb the first auxiliary, or the verb where there is none
 * @param end the word after the last, the full stop left out
 */
record Clause(ReadSentence sentence, int lead, int first, int last, int predicate, int verb, int end) {
    private static final Set<String> POSSESSIVES = Set.of("his", "her", "its", "their");
    private static final Set<String> SAYING = Set.of("say", "says", "said");
    private static final int LONGEST_SOURCE_WORDS = 8;
    private static final int LONGEST_LEAD_WORDS = 9;
    private static final int LONGEST_ASIDE_WORDS = 16;
    private static final int LONGEST_SUBJECT_WORDS = 16;
    private static final int LONGEST_JOINED_SUBJECT = 5;
    private static final Set<String> CONTRACTED =
            Set.of("'s", "’s", "'re", "’re", "'ve", "’ve", "'d", "’d", "'ll", "’ll");

    /** Takes a sentence apart, or null where it is not plain enough. */
    static @Nullable Clause of(ReadSentence sentence) {
        List<TaggedWord> words = sentence.words();
        int stop = words.size() - (sentence.lower(words.size() - 1).equals(".") ? 1 : 0);
        int end = beforeAttribution(sentence, stop);
        int lead = lead(sentence, end);
        int first = lead == 0 ? 0 : lead + 1;
        int last = first;
        while (last < end
                && (!opensPredicate(sentence, last) || modifies(sentence, last, end))
                && !sentence.lower(last).equals(",")) {
            last++;
        }
        int predicate = last;
        if (sentence.lower(last).equals(",")) {
            predicate = afterAside(sentence, last, end);
        }
        int verb = predicate;
        while (verb < end && sentence.is(verb, PartOfSpeech.ADV)) {
            verb++;
        }
        Clause clause =
                new Clause(sentence, lead, first, last, predicate, verb, beforeJoinedClause(sentence, verb, end));
        return predicate > 0 && clause.isPlain() ? clause : null;
    }

    private static int lead(ReadSentence sentence, int end) {
        if (!sentence.is(0, PartOfSpeech.ADP)) {
            return 0;
        }
        for (int index = 1; index < Math.min(end, LONGEST_LEAD_WORDS); index++) {
            if (sentence.is(index, PartOfSpeech.VERB) || sentence.is(index, PartOfSpeech.AUX)) {
                return 0;
            }
            if (sentence.lower(index).equals(",")) {
                return index;
            }
        }
        return 0;
    }

    /** Where a source is named at the end, ", officials say", the word before it; the end otherwise. */
    private static int beforeAttribution(ReadSentence sentence, int end) {
        if (!SAYING.contains(sentence.lower(end - 1))) {
            return end;
        }
        for (int index = end - 2; index > end - LONGEST_SOURCE_WORDS && index > 0; index--) {
            if (sentence.lower(index).equals(",")) {
                return index;
            }
        }
        return end;
    }

    /** Where "and" brings a subject and a verb of its own, or ", of which" follows, the word before it; else the end. */
    private static int beforeJoinedClause(ReadSentence sentence, int verb, int end) {
        for (int index = verb + 1; index < end - 1; index++) {
            if (sentence.is(index, PartOfSpeech.CCONJ) && opensClause(sentence, index + 1, end)) {
                return sentence.lower(index - 1).equals(",") ? index - 1 : index;
            }
            boolean ofThem = sentence.lower(index).equals(",")
                    && (sentence.lower(index + 1).equals("of")
                            || sentence.lower(index + 2).equals("of"))
                    && (sentence.lower(index + 2).equals("which")
                            || sentence.lower(index + 3).matches("which|whom|them"));
            if (ofThem) {
                return index;
            }
        }
        return end;
    }

    private static boolean opensClause(ReadSentence sentence, int first, int end) {
        boolean subject = sentence.is(first, PartOfSpeech.PROPN)
                || sentence.is(first, PartOfSpeech.DET)
                || sentence.is(first, PartOfSpeech.PRON);
        int index = first;
        while (index < end
                && index < first + LONGEST_JOINED_SUBJECT
                && (sentence.is(index, PartOfSpeech.PROPN)
                        || sentence.is(index, PartOfSpeech.DET)
                        || sentence.is(index, PartOfSpeech.PRON)
                        || sentence.is(index, PartOfSpeech.ADJ)
                        || sentence.is(index, PartOfSpeech.NUM)
                        || sentence.is(index, PartOfSpeech.NOUN))) {
            index++;
        }
        if (sentence.lower(first + 2).equals("that")
                && Character.isUpperCase(sentence.words().get(first).text().charAt(0))) {
            return true; // "and Jones estimates that", however the tagger takes it
        }
        boolean verb = sentence.is(index, PartOfSpeech.AUX) || sentence.is(index, PartOfSpeech.VERB);
        return subject
                && index > first
                && index < end
                && verb
                && !sentence.lower(index).endsWith("ing");
    }

    /** What a question says of whose statement it is about: "According to officials, "; nothing where nobody is named. */
    String source() {
        int last = sentence.words().size() - 1;
        return end >= last || !SAYING.contains(sentence.lower(last - 1))
                ? ""
                : "According to " + sentence.written(end + 1, last - 1) + ", ";
    }

    /** "The test carried out by them involved": a participle with its agent, while the verb follows. */
    private static boolean modifies(ReadSentence sentence, int index, int end) {
        boolean participle = sentence.is(index, PartOfSpeech.VERB)
                && sentence.lower(index).matches(".*(ed|en|rn|wn|nt|ught|und|ade)")
                && !sentence.is(index - 1, PartOfSpeech.PROPN)
                && (sentence.is(index + 1, PartOfSpeech.ADP)
                        || sentence.lower(index + 1).equals("out"));
        if (!participle || index == 0) {
            return false;
        }
        boolean by = sentence.lower(index + 1).equals("by")
                || sentence.lower(index + 2).equals("by");
        for (int later = index + 1; later < end; later++) {
            String lower = sentence.lower(later);
            boolean barrier = lower.equals(",")
                    || sentence.is(later, PartOfSpeech.SCONJ)
                    || sentence.is(later, PartOfSpeech.PRON) && !POSSESSIVES.contains(lower);
            if (barrier) {
                return false;
            }
            if (sentence.is(later, PartOfSpeech.AUX) || by && sentence.is(later, PartOfSpeech.VERB)) {
                return true;
            }
        }
        return false;
    }

    private static boolean opensPredicate(ReadSentence sentence, int index) {
        int verb = index;
        while (sentence.is(verb, PartOfSpeech.ADV)) {
            verb++;
        }
        return verb < sentence.words().size()
                && (sentence.is(verb, PartOfSpeech.AUX)
                        || sentence.is(verb, PartOfSpeech.VERB)
                                && !sentence.lower(verb - 1).equals("to"));
    }

    /** The word after an aside between commas, or 0 where none is closed before a verb. */
    private static int afterAside(ReadSentence sentence, int open, int end) {
        for (int close = open + 1; close < Math.min(end, open + LONGEST_ASIDE_WORDS); close++) {
            if (sentence.lower(close).equals(",") && opensPredicate(sentence, close + 1)) {
                return close + 1;
            }
        }
        return 0;
    }

    private boolean isPlain() {
        boolean counts = Set.of("about", "nearly", "almost", "over").contains(sentence.lower(first))
                && sentence.is(first + 1, PartOfSpeech.NUM);
        boolean opensOddly = !counts
                && (sentence.is(first, PartOfSpeech.ADP)
                        || sentence.is(first, PartOfSpeech.SCONJ)
                        || sentence.is(first, PartOfSpeech.ADV));
        if (opensOddly || last <= first || last - first > LONGEST_SUBJECT_WORDS || verb >= end || sentence.quotes()) {
            return false;
        }
        for (int index = first; index < last; index++) {
            TaggedWord word = sentence.words().get(index);
            boolean odd = word.is(PartOfSpeech.PRON) && !POSSESSIVES.contains(sentence.lower(index))
                    || word.is(PartOfSpeech.SCONJ)
                    || word.is(PartOfSpeech.VERB)
                            && !modifies(sentence, index, end)
                            && !sentence.lower(index - 1).equals("to")
                    || word.is(PartOfSpeech.PUNCT) && !word.text().equals("-");
            if (odd) {
                return false;
            }
        }
        TaggedWord head = sentence.words().get(last - 1);
        boolean named = head.is(PartOfSpeech.NOUN) || head.is(PartOfSpeech.PROPN) || head.is(PartOfSpeech.NUM);
        String verbText = sentence.lower(verb);
        return named
                && !verbText.endsWith("ing")
                && !CONTRACTED.contains(verbText)
                && !sentence.lower(verb + 1).equals("n't")
                && !sentence.lower(verb + 1).equals("n’t")
                && !reducedRelative()
                && mainVerbs() == 1;
    }

    /** "Those born in October were": the first verb is a participle and the real one follows. */
    private boolean reducedRelative() {
        if (!sentence.is(verb, PartOfSpeech.VERB) || !sentence.is(verb + 1, PartOfSpeech.ADP)) {
            return false;
        }
        for (int index = verb + 1; index < end; index++) {
            String lower = sentence.lower(index);
            if (sentence.is(index, PartOfSpeech.CCONJ)
                    || sentence.is(index, PartOfSpeech.SCONJ)
                    || sentence.is(index, PartOfSpeech.PRON)
                    || lower.equals(",")
                    || lower.equals("that")) {
                return false;
            }
            if (sentence.is(index, PartOfSpeech.AUX)) {
                return true;
            }
        }
        return false;
    }

    /** Clauses side by side, as far as commas and semicolons tell; colons and dashes make it more than one as well. */
    private int mainVerbs() {
        int clauses = 1;
        for (int index = verb; index < end; index++) {
            String lower = sentence.lower(index);
            boolean mark = lower.equals(";")
                    || lower.equals(":")
                    || lower.equals("–")
                    || lower.equals("—")
                    || lower.equals("(");
            boolean joined = (sentence.is(index, PartOfSpeech.CCONJ))
                    && (sentence.is(index + 1, PartOfSpeech.PRON)
                            || sentence.is(index + 1, PartOfSpeech.AUX)
                            || lower.equals("but"));
            clauses += mark || joined ? 1 : 0;
        }
        return clauses;
    }

    String subject() {
        return sentence.written(first, last);
    }

    /** The subject as it stands within a question. */
    String subjectInside() {
        String subject = subject();
        TaggedWord opener = sentence.words().get(first);
        boolean capitalsFollow = first + 1 < last
                && Character.isUpperCase(sentence.words().get(first + 1).text().charAt(0))
                && !opener.is(PartOfSpeech.DET);
        boolean name = capitalsFollow
                || opener.is(PartOfSpeech.PROPN)
                || opener.text().length() > 1
                        && opener.text().equals(opener.text().toUpperCase(Locale.ROOT));
        return name ? subject : subject.substring(0, 1).toLowerCase(Locale.ROOT) + subject.substring(1);
    }

    /** The predicate and, behind it, the adverbial that opened the sentence. */
    String predicateWithLead() {
        String text = sentence.written(predicate, end);
        return lead == 0 ? text : text + (text.contains(",") ? ", " : " ") + leadInside();
    }

    String leadInside() {
        String text = sentence.written(0, lead);
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /**
     * The clause as a question less what it asks for: auxiliary, subject, the rest; null where the form of the verb does
     * not tell its tense.
     *
     * @param from the first word to leave out
     * @param to the word after those left out
     */
    @Nullable
    String inverted(int from, int to) {
        if (subject().split(" ")[0].contains("-")) {
            return null;
        }
        String adverb = predicate < verb ? sentence.written(predicate, verb) + " " : "";
        TaggedWord word = sentence.words().get(verb);
        boolean auxiliary = word.is(PartOfSpeech.AUX);
        String form = sentence.lower(verb);
        if (auxiliary || word.lemma().equals("be")) {
            return join(form, subjectInside(), adverb + rest(verb + 1, from, to));
        }
        String helper = form.equals(word.lemma()) ? plural() ? "do" : "" : form.endsWith("s") ? "does" : "did";
        if (helper.isEmpty() || word.lemma().isBlank() || !word.lemma().matches("[a-z]+")) {
            return null;
        }
        return join(helper, subjectInside(), adverb + word.lemma() + " " + rest(verb + 1, from, to));
    }

    /** Whether its subject is a plural. */
    boolean plural() {
        TaggedWord head = sentence.words().get(last - 1);
        return !head.text().equalsIgnoreCase(head.lemma())
                || sentence.written(first, last).contains(" and ");
    }

    private String rest(int start, int from, int to) {
        if (from >= start && from < end) {
            return join(sentence.written(start, from), "", sentence.written(Math.min(to, end), end));
        }
        return sentence.written(start, end);
    }

    private static String join(String first, String second, String third) {
        return (first + " " + second + " " + third)
                .replaceAll("\\s+", " ")
                .replace(" ,", ",")
                .strip();
    }

    /** Whether the predicate has a pronoun that needs its subject by name. */
    boolean predicateNeedsSubject() {
        for (int index = predicate; index < end; index++) {
            if (Set.of("he", "she", "they", "it", "him", "them").contains(sentence.lower(index))) {
                return true;
            }
        }
        return false;
    }
}
