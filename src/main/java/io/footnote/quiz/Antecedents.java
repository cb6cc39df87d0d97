package io.footnote.quiz;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Name;
import io.footnote.language.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom "he" and "she" at the start of a sentence mean: the subject of the sentence before, where it is a person, is the
 * only one named there, and is elsewhere called by that pronoun. Anything less certain is left alone.
 */
final class Antecedents {
    private static final Set<String> MALE = Set.of("he", "his", "him", "himself");
    private static final Set<String> FEMALE = Set.of("she", "her", "hers", "herself");
    private static final Pattern FEMALE_SPEAKER = Pattern.compile("(?i)\\bshe (?:said|says|added)");

    private final List<AnnotatedText> sentences;
    private final List<Entity> persons;
    /** Above 0 for those called he, below for those called she. */
    private final Map<Entity, Integer> gender = new HashMap<>();

    Antecedents(List<Entity> entities, List<AnnotatedText> sentences) {
        this.sentences = sentences;
        this.persons = entities.stream()
                .filter(entity -> entity.kind() == Entity.Kind.PERSON)
                .toList();
        for (AnnotatedText sentence : sentences) {
            Entity only = onlyPerson(sentence);
            if (only != null) {
                int end = sentence.text().indexOf(only.last());
                for (Token token : sentence.tokens()) {
                    if (token.start() > end) {
                        int step = MALE.contains(token.norm()) ? 1 : FEMALE.contains(token.norm()) ? -1 : 0;
                        gender.merge(only, step, Integer::sum);
                    }
                }
            }
        }
    }

    /** Whom the first word of that sentence stands for, or null where it is no such pronoun or that is not certain. */
    @Nullable
    Entity of(int index) {
        String text = sentences.get(index).text();
        boolean he = text.startsWith("He ");
        if (index == 0 || !he && !text.startsWith("She ")) {
            return null;
        }
        AnnotatedText before = sentences.get(index - 1);
        Entity person = onlyPerson(before);
        boolean subject = person != null
                && !before.names().isEmpty()
                && before.names().getFirst().first() <= 1;
        int called = person == null ? 0 : gender.getOrDefault(person, 0);
        return subject && (he ? called > 0 : called < 0) ? person : null;
    }

    /** Whether a person may be the "he" or "she" who says something there. */
    boolean agree(Entity person, String saying) {
        int called = gender.getOrDefault(person, 0);
        return FEMALE_SPEAKER.matcher(saying).find() ? called <= 0 : called >= 0;
    }

    /** Whether the article calls both by the same pronoun; not where it calls either by none. */
    boolean sameGender(Entity one, Entity other) {
        return gender.getOrDefault(one, 0) * gender.getOrDefault(other, 0) > 0;
    }

    /** Whether that person is called she, and nobody else in the article is. */
    boolean sole(Entity person) {
        return gender.getOrDefault(person, 0) < 0
                && gender.values().stream().filter(called -> called < 0).count() == 1;
    }

    private @Nullable Entity onlyPerson(AnnotatedText sentence) {
        Entity found = null;
        for (Name name : sentence.names()) {
            String written = sentence.written(name.first(), name.last());
            for (Entity person : persons) {
                if (person.isNamedBy(written) && !person.equals(found)) {
                    if (found != null) {
                        return null;
                    }
                    found = person;
                }
            }
        }
        return found;
    }
}
