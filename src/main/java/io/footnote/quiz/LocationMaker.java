package io.footnote.quiz;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Name;
import io.footnote.language.PartOfSpeech;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where something with a name is: a park, museum or institute with the place behind it, as in "the Park in Scotland". */
final class LocationMaker implements ItemMaker {
    private static final int LEAST_NAME_WORDS = 2;
    /** How many words may stand between "in" and the place, as in "in the northern city of". */
    private static final int LONGEST_DESCRIPTION = 6;

    private static final Set<String> SETTLEMENTS = Set.of("city", "town", "village", "state", "region", "province");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            List<Name> names = sentence.annotated().names();
            for (int index = 0; index + 1 < names.size(); index++) {
                Candidate candidate = candidate(sentence, names.get(index), names.get(index + 1), article);
                if (candidate != null) {
                    candidates.add(candidate);
                }
            }
        }
        return candidates;
    }

    private static @Nullable Candidate candidate(ReadSentence sentence, Name thing, Name place, ReadArticle article) {
        AnnotatedText text = sentence.annotated();
        String named = text.written(thing.first(), thing.last());
        String placed = text.written(place.first(), place.last());
        Entity located = article.entity(named);
        Entity key = article.entity(placed);
        if (located == null || key == null) {
            return null;
        }
        boolean kinds = (located.kind() == Entity.Kind.ORGANIZATION || located.kind() == Entity.Kind.PLACE)
                && (key.kind() == Entity.Kind.PLACE || key.kind() == Entity.Kind.COUNTRY);
        if (!kinds
                || !named.equals(located.text())
                || !placed.equals(key.text())
                || named.split(" ").length < LEAST_NAME_WORDS
                || sentence.quotes()) {
            return null;
        }
        int after = sentence.wordAt(text.tokens().get(thing.last()).end());
        int before = sentence.wordAt(text.tokens().get(place.first()).start());
        int end = sentence.wordAt(text.tokens().get(place.last()).end());
        boolean whole = !sentence.is(end, PartOfSpeech.NOUN)
                && !sentence.is(end, PartOfSpeech.PROPN)
                && !sentence.lower(end).equals("-");
        if (!sentence.lower(after).equals("in") || !whole || !describes(sentence, after + 1, before)) {
            return null;
        }
        boolean definite = sentence.lower(
                        sentence.wordAt(text.tokens().get(thing.first()).start()) - 1)
                .equals("the");
        String question = "Where is " + (definite ? "the " : "") + named + "?";
        return new Candidate(
                ItemType.WHERE,
                sentence,
                List.of(sentence.number()),
                question,
                key.text(),
                Distractors.entities(key, article, question),
                1);
    }

    /** Whether nothing stands there, or "the", or what kind of place it is: "the northern port city of". */
    private static boolean describes(ReadSentence sentence, int first, int end) {
        if (end - first > LONGEST_DESCRIPTION || end < first) {
            return false;
        }
        if (end - first <= 1) {
            return end == first || sentence.lower(first).equals("the");
        }
        return sentence.lower(first).equals("the")
                && sentence.lower(end - 1).equals("of")
                && SETTLEMENTS.contains(sentence.lower(end - 2));
    }
}
