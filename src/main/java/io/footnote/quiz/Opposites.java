package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns a plain statement round by one word or phrase of its main clause: its verb, what it says of its subject, or a
 * degree, by the project's own list of opposites. Safe for any number of threads.
 */
final class Opposites {
    private static final String LIST = "opposites.txt";
    private static final Set<String> DENYING =
            Set.of("not", "n't", "n’t", "never", "no", "none", "nobody", "nothing", "neither", "without", "hardly");
    /** What is said of one or some is not false because it is true of others. */
    private static final Set<String> PARTS = Set.of("one", "some", "another", "other", "several", "many", "few");

    private static final Set<String> CONTRASTING = Set.of(
            "though", "although", "despite", "but", "yet", "even", "because", "as", "while", "since", "so", "until");
    private static final List<Pair> PAIRS = load();

    private Opposites() {}

    /** Where a word may stand to be turned round. */
    private enum Place {
        VERBS,
        ADJECTIVES,
        DEGREES
    }

    private record Pair(Place place, String phrase, String opposite) {}

    /**
     * A stretch of a sentence's text and what would say the opposite. Immutable.
     *
     * @param start its first unit
     * @param end the unit after its last
     */
    record Turn(int start, int end, String opposite) {}

    /** Each way to turn a statement round; none for one that is not plain or denies something already. */
    static List<Turn> of(ReadSentence sentence) {
        List<Turn> turns = new ArrayList<>();
        int verb = verb(sentence);
        if (verb < 0
                || sentence.quotes()
                || argues(sentence, verb)
                || sentence.words().stream()
                        .anyMatch(word -> DENYING.contains(word.text().toLowerCase(Locale.ROOT)))) {
            return turns;
        }
        Set<Integer> taken = new HashSet<>();
        for (Pair pair : PAIRS) {
            String[] phrase = pair.phrase().split(" ");
            for (int first = verb; first + phrase.length < sentence.words().size(); first++) {
                if (matches(sentence, first, phrase)
                        && fits(pair, sentence, verb, first)
                        && Emphasis.inMainClause(sentence, first)
                        && !QuizItem.holds(sentence.support(), pair.opposite())
                        && taken.add(first)) {
                    turns.add(new Turn(
                            sentence.words().get(first).start(),
                            sentence.words().get(first + phrase.length - 1).end(),
                            pair.opposite()));
                }
            }
        }
        return turns;
    }

    /** Whether the rest of the sentence rests on its main verb: turned round, it would contradict itself. */
    private static boolean argues(ReadSentence sentence, int verb) {
        boolean part = PARTS.contains(sentence.lower(0))
                || (sentence.lower(0).equals("a") && sentence.lower(1).matches("number|few|couple|handful"));
        for (int index = verb + 1; index < sentence.words().size(); index++) {
            boolean joined = sentence.is(index, PartOfSpeech.CCONJ)
                    && sentence.words().subList(index, sentence.words().size()).stream()
                            .anyMatch(Opposites::finite);
            boolean means = sentence.lower(index).equals("by")
                    && sentence.lower(index + 1).endsWith("ing");
            part |= joined || means || CONTRASTING.contains(sentence.lower(index));
        }
        return part;
    }

    private static boolean finite(TaggedWord word) {
        return word.is(PartOfSpeech.AUX)
                || (word.is(PartOfSpeech.VERB) && !word.text().endsWith("ing"));
    }

    private static boolean matches(ReadSentence sentence, int first, String[] phrase) {
        for (int index = 0; index < phrase.length; index++) {
            if (!sentence.lower(first + index).equals(phrase[index])) {
                return false;
            }
        }
        return !sentence.lower(first - 1).equals("-")
                && !sentence.lower(first + phrase.length).equals("-");
    }

    /** The main verb, or its first auxiliary: the first verb with a tense behind a plain subject; -1 where there is none. */
    private static int verb(ReadSentence sentence) {
        Clause clause = Clause.of(sentence);
        if (clause != null) {
            return clause.verb();
        }
        boolean opens = sentence.is(0, PartOfSpeech.DET)
                || sentence.is(0, PartOfSpeech.NOUN)
                || sentence.is(0, PartOfSpeech.PROPN)
                || sentence.is(0, PartOfSpeech.ADJ);
        for (int index = 1; opens && index < sentence.words().size(); index++) {
            if (sentence.is(index, PartOfSpeech.AUX) || sentence.is(index, PartOfSpeech.VERB)) {
                return sentence.lower(index).endsWith("ing") ? -1 : index;
            }
            if (sentence.is(index, PartOfSpeech.PUNCT) || sentence.is(index, PartOfSpeech.PRON)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean fits(Pair pair, ReadSentence sentence, int verb, int index) {
        return switch (pair.place()) {
            case VERBS ->
                inVerb(sentence, verb, index)
                        && !sentence.lower(index - 1).matches("has|have|had")
                        && !(sentence.annotated().quantities().size() > 1)
                        && !clausal(sentence, index + pair.phrase().split(" ").length);
            case ADJECTIVES -> describesSubject(sentence, verb, index);
            case DEGREES ->
                !Set.of("and", "or").contains(sentence.lower(index - 1))
                        && !Set.of("and", "or", "of").contains(sentence.lower(index + 1))
                        && degree(pair, sentence, index);
        };
    }

    /** "More popular", but not "more people"; "is stronger", but not "a stronger motor". */
    private static boolean degree(Pair pair, ReadSentence sentence, int index) {
        if (pair.phrase().indexOf(' ') >= 0) {
            return true;
        }
        boolean attribute = sentence.lower(index).endsWith("er")
                && (sentence.is(index + 1, PartOfSpeech.NOUN) || sentence.is(index + 1, PartOfSpeech.ADJ));
        if (attribute) {
            return false;
        }
        return !sentence.lower(index).matches("more|less|fewer")
                || sentence.is(index + 1, PartOfSpeech.ADJ)
                || sentence.is(index + 1, PartOfSpeech.ADV);
    }

    /** "Began to rise", "agreed that": the opposite takes another construction. */
    private static boolean clausal(ReadSentence sentence, int next) {
        return Set.of("to", "that", "for").contains(sentence.lower(next))
                        && !sentence.lower(next - 1).equals("to")
                || sentence.lower(next).endsWith("ing");
    }

    /** Whether the word is the clause's verb, or a participle behind its auxiliaries and adverbs. */
    private static boolean inVerb(ReadSentence sentence, int verb, int index) {
        for (int at = verb; at < index; at++) {
            if (!sentence.is(at, PartOfSpeech.AUX) && !sentence.is(at, PartOfSpeech.ADV)) {
                return false;
            }
        }
        return index >= verb;
    }

    /** Whether the word stands right behind a form of be, adverbs apart. */
    private static boolean describesSubject(ReadSentence sentence, int verb, int index) {
        int before = index - 1;
        while (before > verb
                && sentence.is(before, PartOfSpeech.ADV)
                && !sentence.lower(before).matches("as|so|too")) {
            before--;
        }
        boolean be = before >= verb
                && (sentence.words().get(before).lemma().matches("be|become|remain|seem")
                        || sentence.lower(before).matches("been|is|are|was|were"));
        return be
                && inVerb(sentence, verb, before)
                && !sentence.is(index + 1, PartOfSpeech.NOUN)
                && !sentence.lower(index - 1).matches("more|less|most|least");
    }

    private static List<Pair> load() {
        List<Pair> pairs = new ArrayList<>();
        Place place = Place.VERBS;
        for (String line : text().split("\n")) {
            if (line.startsWith("[")) {
                place = Place.valueOf(line.substring(1, line.indexOf(']')).toUpperCase(Locale.ROOT));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] sides = line.split(" [=>] ");
                pairs.add(new Pair(place, sides[0].strip(), sides[1].strip()));
                if (line.contains(" = ")) {
                    pairs.add(new Pair(place, sides[1].strip(), sides[0].strip()));
                }
            }
        }
        return List.copyOf(pairs);
    }

    private static String text() {
        try (InputStream stream = Opposites.class.getResourceAsStream(LIST)) {
            if (stream == null) {
                throw new IllegalStateException("the list of opposites is missing from the program: " + LIST);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of opposites cannot be read", e);
        }
    }
}
