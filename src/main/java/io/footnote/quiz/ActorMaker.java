package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, where a sentence opens with a person, perhaps behind an office and before an aside, and goes on with
 * what the person did: that part keeps its words, however long the sentence is.
 */
final class ActorMaker implements ItemMaker {
    private static final int LEAST_WORDS = 5;
    private static final int LONGEST = 180;
    private static final int LONGEST_TITLE = 9;
    private static final int LONGEST_ASIDE = 18;
    private static final Set<String> THIN = Set.of("say", "tell", "ask", "add", "be", "'s", "have");
    /** What comments on the predicate or goes on with another. */
    private static final Pattern TAIL = Pattern.compile(
            "(?:, (?:saying|adding|arguing|stressing|which|who|whose|where|although|while|but|because|so|and"
                    + " (?:he|she|they|it|the|a)\\b)|[;:–—]| – | but (?:he|she|they|it)\\b| and"
                    + " (?:he|she|they|it)\\b).*$");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            List<PersonMention> mentions = PersonMention.in(sentence, article);
            if (mentions.isEmpty() || Clause.of(sentence) != null) {
                continue;
            }
            Candidate candidate = candidate(sentence, mentions.getFirst(), article);
            if (candidate != null) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private static @Nullable Candidate candidate(ReadSentence sentence, PersonMention mention, ReadArticle article) {
        Entity person = mention.person();
        int first = mention.first();
        int end = mention.end();
        int lead = lead(sentence, first);
        if (first - lead > LONGEST_TITLE || !isTitle(sentence, lead, first)) {
            return null;
        }
        int verb = end;
        String opening = lead == 0 ? "Who " : sentence.written(0, lead) + " who ";
        if (sentence.lower(end).equals(",")) {
            int close = end + 1;
            while (close < sentence.words().size() && !sentence.lower(close).equals(",")) {
                close++;
            }
            if (close - end > LONGEST_ASIDE || close >= sentence.words().size()) {
                return null;
            }
            boolean adverbial = lead == 0 && sentence.is(end + 1, PartOfSpeech.ADP);
            opening = adverbial ? "Who, " + sentence.written(end + 1, close) + ", " : opening;
            verb = close + 1;
        }
        int main = verb;
        while (sentence.is(main, PartOfSpeech.ADV)) {
            main++;
        }
        boolean tensed = sentence.is(main, PartOfSpeech.AUX)
                || sentence.is(main, PartOfSpeech.VERB) && !sentence.lower(main).endsWith("ing");
        if (!tensed || THIN.contains(sentence.words().get(main).lemma()) && !hasParticiple(sentence, main)) {
            return null;
        }
        String predicate = TAIL.matcher(sentence.written(verb, sentence.words().size() - 1))
                .replaceFirst("");
        String question = opening + predicate + "?";
        int words = question.split(" ").length - 1;
        boolean does = words >= LEAST_WORDS
                && question.length() <= LONGEST
                && !QuizItem.holds(question, person.last())
                && !question.matches(".*\\b(?:its|it|they|their|them|according|not|never)\\b.*")
                && balanced(predicate);
        return does
                ? new Candidate(
                        ItemType.WHO,
                        sentence,
                        sentence.evidence(),
                        "",
                        question,
                        person.text(),
                        Distractors.entities(person, article, question),
                        1)
                : null;
    }

    /** Where the subject begins behind an adverbial that opens the sentence: "While visiting London, Kerry". */
    private static int lead(ReadSentence sentence, int name) {
        boolean opens = sentence.is(0, PartOfSpeech.ADP) || sentence.is(0, PartOfSpeech.SCONJ);
        for (int index = 1; opens && index < name; index++) {
            if (sentence.lower(index).equals(",")) {
                return index + 1;
            }
        }
        return 0;
    }

    private static boolean hasParticiple(ReadSentence sentence, int auxiliary) {
        int next = auxiliary + 1;
        while (sentence.is(next, PartOfSpeech.ADV) || sentence.is(next, PartOfSpeech.AUX)) {
            next++;
        }
        return sentence.is(next, PartOfSpeech.VERB);
    }

    private static boolean balanced(String text) {
        long opening = text.chars().filter(unit -> unit == '“').count();
        long closing = text.chars().filter(unit -> unit == '”').count();
        long straight = text.chars().filter(unit -> unit == '"').count();
        return opening == closing && straight % 2 == 0 && text.indexOf('(') < 0;
    }

    /** Whether what stands before the name only says who that is. */
    private static boolean isTitle(ReadSentence sentence, int first, int end) {
        for (int index = first; index < end; index++) {
            TaggedWord word = sentence.words().get(index);
            boolean noun = word.is(PartOfSpeech.NOUN) || word.is(PartOfSpeech.PROPN) || word.is(PartOfSpeech.ADJ);
            boolean joins = Set.of("the", "of", "for", "’s", "'s", "'", "’", "-", ",", ".")
                    .contains(sentence.lower(index));
            if (!noun && !joins) {
                return false;
            }
        }
        return end == first
                || sentence.is(end - 1, PartOfSpeech.NOUN)
                || sentence.is(end - 1, PartOfSpeech.PROPN)
                || sentence.lower(end - 1).equals(",");
    }
}
