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
        String subject = clause.subject();
        return subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1);
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
}
