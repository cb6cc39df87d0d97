package io.footnote.quiz;

import io.footnote.language.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * A person named in a sentence. Immutable.
 *
 * @param person who it is
 * @param first the index of the name's first word
 * @param end the index of the word after its last
 * @param from the name's first unit in the sentence's text
 * @param to the unit after its last
 */
record PersonMention(Entity person, int first, int end, int from, int to) {

    /** The persons that a sentence names, in its order. */
    static List<PersonMention> in(ReadSentence sentence, ReadArticle article) {
        List<PersonMention> mentions = new ArrayList<>();
        for (Name name : sentence.annotated().names()) {
            Entity person = article.entity(sentence.annotated().written(name.first(), name.last()));
            if (person != null && person.kind() == Entity.Kind.PERSON) {
                int from = sentence.annotated().tokens().get(name.first()).start();
                int to = sentence.annotated().tokens().get(name.last()).end();
                mentions.add(new PersonMention(person, sentence.wordAt(from), sentence.wordAt(to), from, to));
            }
        }
        return mentions;
    }
}
