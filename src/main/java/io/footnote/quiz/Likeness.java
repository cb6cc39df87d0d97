package io.footnote.quiz;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Name;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.WordNet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which things with names could stand for each other in a question: persons who both speak or both hold an office, are
 * called by the same pronoun where the question has one, and whose names are as long; places of one kind that the article
 * puts the same preposition before.
 */
final class Likeness {
    private static final Set<String> SPEAKING = Set.of(
            "said",
            "says",
            "say",
            "told",
            "tells",
            "added",
            "adds",
            "asked",
            "explained",
            "explains",
            "wrote",
            "writes",
            "recalled",
            "argued",
            "argues",
            "warned",
            "warns",
            "claimed",
            "claims",
            "stated",
            "believes",
            "tweeted",
            "noted",
            "notes",
            "commented",
            "announced");
    private static final Set<String> OFFICES = Set.of(
            "president",
            "minister",
            "leader",
            "premier",
            "secretary",
            "senator",
            "governor",
            "mayor",
            "chancellor",
            "king",
            "queen",
            "prince",
            "princess",
            "ambassador",
            "congressman",
            "congresswoman",
            "emperor",
            "pope",
            "mp");
    private static final Set<String> PREPOSITIONS = Set.of("in", "at", "on", "near");
    /** Kinds of places in the words of WordNet, the most telling first. */
    private static final List<String> PLACES = List.of(
            "island", "body of water", "mountain", "stream", "continent", "city", "administrative district", "country");

    private static final Pattern PRONOUN = Pattern.compile("(?i)\\b(?:he|she|his|her|hers|him|himself|herself)\\b");
    private static final Pattern QUOTED = Pattern.compile("[“\"][^“”\"]*[”\"]");
    private static final int REACH = 3;
    private static final int LONGEST_ASIDE = 14;

    private final Antecedents antecedents;
    private final List<String> persons;
    private final WordNet words;
    private final Set<Entity> speakers = new HashSet<>();
    private final Set<Entity> officials = new HashSet<>();
    private final Map<Entity, Set<String>> prepositions = new HashMap<>();

    Likeness(List<Entity> entities, List<AnnotatedText> sentences, Antecedents antecedents, WordNet words) {
        this.antecedents = antecedents;
        this.words = words;
        this.persons = entities.stream()
                .filter(entity -> entity.kind() == Entity.Kind.PERSON)
                .map(Entity::last)
                .toList();
        for (AnnotatedText sentence : sentences) {
            for (Name name : sentence.names()) {
                String written = sentence.written(name.first(), name.last());
                entities.stream()
                        .filter(entity -> entity.isNamedBy(written))
                        .findFirst()
                        .ifPresent(entity -> note(entity, sentence, name));
            }
        }
    }

    private void note(Entity entity, AnnotatedText sentence, Name name) {
        if (speaks(sentence, name)) {
            speakers.add(entity);
        }
        for (int index = name.first() - REACH; index < name.first(); index++) {
            if (OFFICES.contains(norm(sentence, index))) {
                officials.add(entity);
            }
        }
        String before = norm(sentence, name.first() - 1);
        for (int index = name.first() - 2;
                before.equals(",")
                        && index >= name.first() - LONGEST_ASIDE
                        && !norm(sentence, index).equals(",");
                index--) {
            if (OFFICES.contains(norm(sentence, index))) {
                officials.add(entity);
            }
        }
        String preposition = before.equals("the") ? norm(sentence, name.first() - 2) : before;
        if (PREPOSITIONS.contains(preposition)) {
            prepositions.computeIfAbsent(entity, unused -> new HashSet<>()).add(preposition);
        }
        if (norm(sentence, name.last() + 1).equals(",")) {
            for (int index = name.last() + 2; index <= name.last() + 2 + REACH; index++) {
                if (OFFICES.contains(norm(sentence, index))) {
                    officials.add(entity);
                }
            }
        }
    }

    /** Whether a word of saying stands right before or behind the name, or behind an aside about it. */
    private static boolean speaks(AnnotatedText sentence, Name name) {
        int after = name.last() + 1;
        boolean aside = norm(sentence, after).equals(",");
        for (int index = after + 1; aside && index <= after + LONGEST_ASIDE; index++) {
            if (norm(sentence, index).equals(",")) {
                after = index + 1;
                break;
            }
        }
        return SPEAKING.contains(norm(sentence, after))
                || SPEAKING.contains(norm(sentence, after + 1))
                || SPEAKING.contains(norm(sentence, name.first() - 1))
                || SPEAKING.contains(norm(sentence, name.first() - 2));
    }

    /** Whether the article has that person say something. */
    boolean speaks(String person) {
        return speakers.stream().anyMatch(speaker -> speaker.text().equals(person));
    }

    /** Whether one could be taken for the other as the answer to that question. */
    boolean alike(Entity key, Entity other, String question) {
        return switch (key.kind()) {
            case PERSON -> alikePersons(key, other, question);
            case PLACE -> alikePlaces(key, other);
            default -> true;
        };
    }

    private boolean alikePersons(Entity key, Entity other, String question) {
        boolean sameForm = key.text().contains(" ") == other.text().contains(" ");
        return sameForm && officials.contains(key) == officials.contains(other) && callable(key, other, question);
    }

    /** Whether one person could pass for the other, if less easily: nobody takes a minister for a witness. */
    boolean plausible(Entity key, Entity other, String question) {
        return (officials.contains(key) || !officials.contains(other)) && callable(key, other, question);
    }

    private boolean callable(Entity key, Entity other, String question) {
        return !callsSomebody(question) || antecedents.sameGender(key, other);
    }

    /** Whether a question calls whom it asks for he or she: outside what it quotes, with no person named before. */
    boolean callsSomebody(String question) {
        String own = QUOTED.matcher(question).replaceAll("");
        Matcher pronoun = PRONOUN.matcher(own);
        return pronoun.find()
                && persons.stream().noneMatch(name -> QuizItem.holds(own.substring(0, pronoun.start()), name));
    }

    private boolean alikePlaces(Entity key, Entity other) {
        Set<String> ofKey = prepositions.getOrDefault(key, Set.of());
        Set<String> ofOther = prepositions.getOrDefault(other, Set.of());
        boolean sharePreposition = ofKey.stream().anyMatch(ofOther::contains);
        String kind = kind(key);
        String otherKind = kind(other);
        boolean town = kind.equals("city") && otherKind.isEmpty() || kind.isEmpty() && otherKind.equals("city");
        return sharePreposition && (kind.equals(otherKind) || town);
    }

    /** What kind of place it is by WordNet, or by its last word; nothing where neither tells. */
    private String kind(Entity place) {
        for (String name : List.of(place.text(), place.last())) {
            String lower = name.toLowerCase(Locale.ROOT);
            for (String kind : PLACES) {
                if (lower.equals(kind) || words.isKindOf(lower, kind, PartOfSpeech.NOUN)) {
                    return kind;
                }
            }
        }
        return "";
    }

    private static String norm(AnnotatedText sentence, int index) {
        return index >= 0 && index < sentence.tokens().size()
                ? sentence.tokens().get(index).norm()
                : "";
    }
}
