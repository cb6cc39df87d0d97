package io.footnote.quiz;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Lexicon;
import io.footnote.language.Name;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.Token;
import io.footnote.language.WordNet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who and what an article names, and what kind of thing each is, by what stands around the name everywhere. */
final class EntityReading {
    private static final Set<String> ORGANIZATION_WORDS = Set.of(
            "university",
            "ministry",
            "association",
            "union",
            "academy",
            "institute",
            "institutes",
            "board",
            "agency",
            "council",
            "commission",
            "committee",
            "party",
            "foundation",
            "fund",
            "trust",
            "bureau",
            "department",
            "company",
            "technologies",
            "center",
            "centre",
            "school",
            "college",
            "court",
            "parliament",
            "government",
            "pentagon",
            "authority",
            "laboratory",
            "lab",
            "museum",
            "group",
            "corporation",
            "bank",
            "army",
            "police",
            "inc",
            "corp",
            "ltd",
            "llc",
            "plc",
            "media",
            "motors",
            "airlines",
            "airways",
            "news",
            "photo",
            "press",
            "times",
            "post",
            "weekly",
            "tv",
            "radio",
            "network",
            "studios",
            "records",
            "industries",
            "systems",
            "energy",
            "holdings",
            "partners",
            "church",
            "hospital",
            "clinic",
            "club",
            "league",
            "federation",
            "wiki",
            "gazette",
            "herald",
            "magazine",
            "browser");
    private static final Set<String> PLACE_WORDS = Set.of(
            "city",
            "park",
            "sea",
            "street",
            "beach",
            "island",
            "islands",
            "river",
            "lake",
            "mountain",
            "mountains",
            "bay",
            "valley",
            "state",
            "coast",
            "forest",
            "north",
            "south",
            "east",
            "west",
            "reservoir",
            "view",
            "mosque",
            "palace",
            "tower",
            "bridge",
            "stadium",
            "airport",
            "station",
            "hotel",
            "square",
            "cathedral",
            "water",
            "fell");
    private static final Set<String> OTHER_WORDS = Set.of(
            "act",
            "law",
            "convention",
            "treaty",
            "project",
            "count",
            "cup",
            "medicine",
            "journal",
            "dictionary",
            "review",
            "status",
            "plan",
            "prize",
            "award",
            "war",
            "games",
            "wall",
            "census",
            "earth",
            "brand",
            "relief",
            "observatory",
            "supreme",
            "national",
            "international");
    private static final Set<String> PLACING = Set.of("in", "at", "near", "across", "around", "outside", "into");
    private static final Set<String> SPEAKING = Set.of(
            "said",
            "says",
            "told",
            "asked",
            "believes",
            "hopes",
            "added",
            "adds",
            "recalled",
            "wrote",
            "writes",
            "thinks",
            "wants",
            "describes",
            "described",
            "claims",
            "estimates",
            "explained");

    private static final Set<String> THINGS =
            Set.of("artifact", "group", "communication", "location", "person", "organization", "software");
    private static final Set<String> CONTINENTS = Set.of(
            "Europe", "Asia", "Africa", "America", "North America", "South America", "Australasia", "Antarctica");
    /** Countries within one: that one of them is the place does not make the other wrong. */
    private static final Set<String> BRITISH = Set.of(
            "UK", "United Kingdom", "Britain", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland");

    private static final Set<String> UNIONS = Set.of("UN", "EU", "NATO", "United Nations", "European Union", "Nato");

    private static final Pattern PARTICLE = Pattern.compile(" (?:al|el)-\\p{Lu}\\p{L}+");

    private final Lexicon lexicon;
    private final WordNet wordNet;

    EntityReading(Lexicon lexicon, WordNet wordNet) {
        this.lexicon = lexicon;
        this.wordNet = wordNet;
    }

    /** What speaks for a name's being this or that, over all its mentions. */
    private static final class Evidence {
        int mentions;
        int definite;
        int placed;
        int personal;
        int dependent;
        int acting;
    }

    List<Entity> read(List<AnnotatedText> sentences) {
        Map<String, Evidence> names = new LinkedHashMap<>();
        for (AnnotatedText sentence : sentences) {
            sentence.names().forEach(name -> note(sentence, name, names));
        }
        List<Entity> entities = new ArrayList<>();
        for (Map.Entry<String, Evidence> entry : names.entrySet()) {
            String text = entry.getKey();
            boolean partOfLonger = names.keySet().stream()
                    .anyMatch(other -> !other.equals(text) && QuizItem.holds(other, text) && !isPlainPlace(text));
            if (!partOfLonger) {
                entities.add(entity(text, entry.getValue(), names));
            }
        }
        entities.sort(Comparator.comparing(Entity::mentions).reversed());
        return List.copyOf(entities);
    }

    private void note(AnnotatedText sentence, Name name, Map<String, Evidence> names) {
        String text = withParticle(
                sentence.text(),
                sentence.written(name.first(), name.last()),
                sentence.tokens().get(name.last()).end());
        boolean glued = name.last() + 1 < sentence.tokens().size()
                        && sentence.text()
                                .startsWith(
                                        "-", sentence.tokens().get(name.last()).end())
                || sentence.tokens().get(name.first()).start() > 0
                        && sentence.text()
                                        .charAt(sentence.tokens()
                                                        .get(name.first())
                                                        .start()
                                                - 1)
                                == '-';
        boolean ownsName = norm(sentence, name.last() + 1).equals("s")
                && name.last() + 2 < sentence.tokens().size()
                && sentence.tokens().get(name.last() + 2).capitalised();
        boolean plural = norm(sentence, name.last() + 1).equals("'");
        if (ownsName
                || plural
                || glued
                || text.length() < 2
                || demonym(text)
                || text.contains("\n")
                || text.matches(".*[“”\"].*")) {
            return;
        }
        Evidence evidence = names.computeIfAbsent(text, unused -> new Evidence());
        evidence.mentions++;
        String before = norm(sentence, name.first() - 1);
        evidence.definite += before.equals("the") ? 1 : 0;
        evidence.placed += PLACING.contains(before) ? 1 : 0;
        boolean settlement =
                before.equals("of") && Set.of("city", "town", "village").contains(norm(sentence, name.first() - 2));
        evidence.placed += settlement ? 2 : 0;
        String after = norm(sentence, name.last() + 1);
        boolean aged = after.equals(",")
                && norm(sentence, name.last() + 2).matches("\\d{1,2}|ten|nine|eight")
                && norm(sentence, name.last() + 3).matches("[,.]");
        boolean title = lexicon.isTitle(before) && !lexicon.isStopWord(before) || before.equals("dr");
        boolean speaks =
                SPEAKING.contains(after) || SPEAKING.contains(before) && !after.equals("s") || after.equals("who");
        evidence.acting += Set.of("has", "had", "is", "was", "will", "would").contains(after) ? 1 : 0;
        evidence.dependent += Set.of("of", "for", "on", "and").contains(before) ? 1 : 0;
        evidence.personal += aged || title ? 4 : hasTrade(sentence, name.last() + 1) ? 2 : speaks ? 1 : 0;
    }

    /** "Bashar al-Assad": a name goes on behind an article of Arabic. */
    private static String withParticle(String sentence, String name, int end) {
        Matcher particle = PARTICLE.matcher(sentence).region(end, sentence.length());
        return particle.lookingAt() ? name + particle.group() : name;
    }

    /** Whether an aside follows that says what a person does: ", a fisherman". */
    private boolean hasTrade(AnnotatedText sentence, int comma) {
        if (!norm(sentence, comma).equals(",")) {
            return false;
        }
        for (int index = comma + 1; index <= comma + 4; index++) {
            String word = norm(sentence, index);
            String base = wordNet.baseForm(word, PartOfSpeech.NOUN);
            if (index < sentence.tokens().size() && sentence.tokens().get(index).capitalised()) {
                return false;
            }
            if (base.equals(word) && !word.isEmpty() && wordNet.isKindOf(word, "worker", PartOfSpeech.NOUN)
                    || wordNet.isKindOf(word, "leader", PartOfSpeech.NOUN)
                    || Set.of("professor", "founder", "chair", "head", "spokesperson", "curator")
                            .contains(word)) {
                return true;
            }
            if (Set.of(
                            ",", ".", "of", "in", "for", "at", "by", "which", "who", "is", "are", "was", "were", "has",
                            "have")
                    .contains(word)) {
                return false;
            }
        }
        return false;
    }

    private Entity entity(String text, Evidence evidence, Map<String, Evidence> names) {
        String last = text.substring(text.lastIndexOf(' ') + 1);
        int personal = evidence.personal;
        int mentions = evidence.mentions;
        for (Map.Entry<String, Evidence> other : names.entrySet()) {
            if (!other.getKey().equals(text) && other.getKey().equals(last) && text.contains(" ")) {
                personal += other.getValue().personal + 1;
                mentions += other.getValue().mentions;
            }
        }
        boolean definite = evidence.definite * 2 > evidence.mentions;
        String country = lexicon.country(text);
        String key = BRITISH.contains(text) ? "Britain" : country == null ? text : country;
        return new Entity(text, key, kind(text, evidence, personal, definite), definite, mentions);
    }

    private Entity.Kind kind(String text, Evidence evidence, int personal, boolean definite) {
        String country = lexicon.country(text);
        if (CONTINENTS.contains(text)) {
            return Entity.Kind.PLACE;
        }
        if (UNIONS.contains(text)) {
            return Entity.Kind.ORGANIZATION;
        }
        if (country != null) {
            return Entity.Kind.COUNTRY;
        }
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[ -]"));
        if (words.stream().anyMatch(ORGANIZATION_WORDS::contains)) {
            return Entity.Kind.ORGANIZATION;
        }
        if (words.stream().anyMatch(PLACE_WORDS::contains)) {
            return Entity.Kind.PLACE;
        }
        if (words.stream().anyMatch(OTHER_WORDS::contains)) {
            return Entity.Kind.OTHER;
        }
        boolean severalWords = words.size() > 1
                && words.size() <= 4
                && text.matches("[\\p{Lu}][^/&]*")
                && !words.contains("of")
                && !words.contains("the");
        if (!definite && (personal >= 4 || severalWords && personal >= 2)) {
            return Entity.Kind.PERSON;
        }
        if (isPlainPlace(text) || evidence.placed * 2 > evidence.mentions && !definite) {
            return Entity.Kind.PLACE;
        }
        boolean acronym = text.equals(text.toUpperCase(Locale.ROOT));
        if (acronym) {
            return personal > 0 || evidence.mentions > 2 ? Entity.Kind.ORGANIZATION : Entity.Kind.OTHER;
        }
        if (!definite && severalWords && evidence.placed == 0) {
            boolean ordinary = words.stream()
                    .allMatch(word -> wordNet.knows(word, PartOfSpeech.NOUN) || wordNet.knows(word, PartOfSpeech.ADJ));
            return lexicon.country(text.split(" ")[0]) == null && personal >= 1
                            || !isPlainPlace(text.split(" ")[0]) && !ordinary && evidence.dependent == 0
                    ? Entity.Kind.PERSON
                    : Entity.Kind.OTHER;
        }
        boolean knownPerson = wordNet.isKindOf(text.toLowerCase(Locale.ROOT), "head of state", PartOfSpeech.NOUN)
                || wordNet.isKindOf(text.toLowerCase(Locale.ROOT), "politician", PartOfSpeech.NOUN);
        String base = wordNet.baseForm(text.toLowerCase(Locale.ROOT), PartOfSpeech.NOUN);
        boolean thing = THINGS.stream().anyMatch(kind -> wordNet.isKindOf(base, kind, PartOfSpeech.NOUN));
        boolean speaker = words.size() == 1 && personal > 0 && !definite && evidence.placed == 0 && !thing;
        boolean acts = personal + evidence.acting > 0;
        return words.size() == 1 && knownPerson && acts && !definite || speaker
                ? Entity.Kind.PERSON
                : Entity.Kind.OTHER;
    }

    private boolean isPlainPlace(String text) {
        return lexicon.country(text) != null
                || wordNet.isKindOf(text.toLowerCase(Locale.ROOT), "location", PartOfSpeech.NOUN)
                        && wordNet.isKindOf(text.toLowerCase(Locale.ROOT), "region", PartOfSpeech.NOUN);
    }

    /** Whether it is an adjective such as Russian, which names nobody. */
    private boolean demonym(String text) {
        String country = lexicon.country(text);
        return country != null
                && text.matches("(?i).*(an|ans|ish|ese|ch|i|man|mans|ian|ic|ss|utch|eek|is|ians)$")
                && !text.equalsIgnoreCase(country)
                && !text.matches(".*(stan|Japan|Sudan|Iran|Oman)$");
    }

    private static String norm(AnnotatedText sentence, int index) {
        List<Token> tokens = sentence.tokens();
        return index >= 0 && index < tokens.size() ? tokens.get(index).norm() : "";
    }
}
