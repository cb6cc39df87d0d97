package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import io.footnote.language.WordNet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What common nouns of an article name, by kind. */
final class Things {
    /** Kinds wide enough to find others of and narrow enough that these are plausible. */
    private static final List<String> KINDS = List.of(
            "person", "organization", "artifact", "location", "event", "act", "substance", "natural object", "communication",
            "cognition", "group", "attribute", "phenomenon");

    private Things() {}

    /** The first kind that the noun belongs to by WordNet, or nothing. */
    static String kindOf(String lemma, WordNet words) {
        for (String kind : KINDS) {
            if (words.isKindOf(lemma, kind, PartOfSpeech.NOUN)) {
                return kind;
            }
        }
        return "";
    }

    /** The subject as an option: with a capital, as it opens its sentence. */
    static String shown(Clause clause) {
        return capital(clause.subject());
    }

    /** Subjects of other sentences of that kind, number and article. */
    static List<String> others(Clause key, String kind, ReadArticle article, String stem) {
        List<String> found = new ArrayList<>();
        TaggedWord head = head(key);
        boolean plural = plural(head);
        for (ReadSentence sentence : article.sentences()) {
            Clause other = Clause.of(sentence);
            if (other == null || !SubjectMaker.isSimpleThing(other)) {
                continue;
            }
            TaggedWord noun = head(other);
            String shown = shown(other);
            boolean same = !noun.lemma().equals(head.lemma())
                    && !alike(noun.lemma(), head.lemma(), article.words())
                    && plural(noun) == plural
                    && kindOf(noun.lemma(), article.words()).equals(kind)
                    && !article.words().synonyms(head.lemma(), PartOfSpeech.NOUN).contains(noun.lemma());
            if (same && !found.contains(shown) && !QuizItem.holds(stem, noun.text())) {
                found.add(shown);
            }
        }
        return found;
    }

    private static TaggedWord head(Clause clause) {
        return clause.sentence().words().get(clause.last() - 1);
    }

    private static boolean plural(TaggedWord noun) {
        return !noun.text().equalsIgnoreCase(noun.lemma());
    }

    /** Phrases of the article like that one: of that kind, number and article, none a word for the same. */
    static List<String> phrases(ObjectMaker.Phrase key, String kind, ReadArticle article, String stem) {
        List<String> found = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of(key.head().lemma()));
        for (ReadSentence sentence : article.sentences()) {
            for (int index = 0; index < sentence.words().size(); index++) {
                ObjectMaker.Phrase other = ObjectMaker.Phrase.at(sentence, index);
                boolean same = other != null
                        && !alike(key.head().lemma(), other.head().lemma(), article.words())
                        && other.definite() == key.definite()
                        && other.plural() == key.plural()
                        && !heads.contains(other.head().lemma())
                        && kindOf(other.head().lemma(), article.words()).equals(kind)
                        && !article.words()
                                .synonyms(key.head().lemma(), PartOfSpeech.NOUN)
                                .contains(other.head().lemma());
                if (same && other != null && !QuizItem.holds(stem, other.head().text())) {
                    found.add(capital(other.text()));
                    heads.add(other.head().lemma());
                }
            }
        }
        return found;
    }

    /** Whether one is a kind of the other, or both are the same kind of thing: then either could be called right. */
    private static boolean alike(String one, String other, WordNet words) {
        return words.isKindOf(one, other, PartOfSpeech.NOUN)
                || words.isKindOf(other, one, PartOfSpeech.NOUN)
                || words.synonyms(one, PartOfSpeech.NOUN).contains(other)
                || words.hypernyms(one, PartOfSpeech.NOUN).stream()
                        .anyMatch(words.hypernyms(other, PartOfSpeech.NOUN)::contains);
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
