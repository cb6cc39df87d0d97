package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import io.footnote.language.WordNet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a text speaks of as known without having said what it is: "the talks", "both men", "researchers say". The
 * article's title counts as read, as do things that there is but one of.
 */
final class References {
    /** There is but one of them, or the article stands without pointing at any. */
    private static final Set<String> UNIQUE = Set.of(
            "world",
            "internet",
            "web",
            "sun",
            "moon",
            "earth",
            "planet",
            "universe",
            "sky",
            "sea",
            "ocean",
            "public",
            "police",
            "media",
            "press",
            "environment",
            "economy",
            "past",
            "future",
            "present",
            "time",
            "way",
            "fact",
            "ground",
            "air",
            "weather",
            "night",
            "morning",
            "evening",
            "afternoon",
            "year",
            "century",
            "decade",
            "summer",
            "winter",
            "spring",
            "autumn",
            "north",
            "south",
            "east",
            "west",
            "northwest",
            "northeast",
            "southwest",
            "southeast",
            "law",
            "truth",
            "human",
            "brain",
            "body",
            "heart",
            "countryside",
            "phone",
            "street",
            "wild",
            "climate",
            "telephone",
            "rest");
    /** What follows them says which one is meant, wherever they stand. */
    private static final Set<String> DEFINING =
            Set.of("of", "between", "that", "who", "which", "whose", "where", "against", "about", "behind", "for");
    /** What a name before stands for. */
    private static final Set<String> NAMED = Set.of("country", "nation", "capital", "city", "town", "state");
    /** People and papers that are somebody's: nobody knows whose where nothing stands beside them. */
    private static final Set<String> RELATIONAL = Set.of(
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "official",
            "researcher",
            "scientist",
            "author",
            "minister",
            "expert",
            "leader",
            "member",
            "critic",
            "opponent",
            "supporter",
            "resident",
            "authority",
            "result",
            "finding",
            "figure",
            "study",
            "report",
            "source",
            "colleague",
            "analyst",
            "investigator",
            "attorney",
            "lawyer",
            "organizer",
            "organiser",
            "campaigner",
            "team",
            "participant",
            "competitor",
            "respondent",
            "recipient",
            "winner",
            "applicant");
    /** Those of them that "a" introduces. */
    private static final Set<String> PAPERS = Set.of("result", "finding", "figure", "study", "report", "team");
    /** What they compare with has been said before. */
    private static final Set<String> COMPARING = Set.of(
            "larger",
            "smaller",
            "higher",
            "lower",
            "better",
            "worse",
            "bigger",
            "greater",
            "faster",
            "slower",
            "cheaper",
            "longer",
            "stronger");

    private static final Set<String> COUNTING_ON = Set.of("more", "less", "fewer");
    /** Of these there are many, whatever else their names can mean. */
    private static final Set<String> ABSTRACT = Set.of(
            "policy",
            "plan",
            "project",
            "program",
            "programme",
            "scheme",
            "method",
            "decision",
            "move",
            "campaign",
            "effort",
            "proposal",
            "rule",
            "call",
            "talk",
            "test");
    /** Things that an article speaks of as everybody knows them, unless it speaks of them twice. */
    private static final List<String> TANGIBLE =
            List.of("artifact", "body part", "substance", "natural object", "animal", "plant");

    /** Others like it have been named. */
    private static final Set<String> SEQUENCE =
            Set.of("second", "third", "fourth", "fifth", "other", "next", "previous", "latter", "former");
    /** What one in so many sentences of an article names, and no fewer than so many, is what it is about. */
    private static final int TOPIC_SHARE = 6;

    private static final int LEAST_TOPIC = 3;

    private static final Set<String> OTHERS = Set.of("others", "same", "aforementioned");
    private static final String SUFFIX_OF_PARTICIPLES = ".*(?:ed|en|ing|own|ught|und|ade|eft|eld)";

    private final WordNet words;
    private final Set<String> title;
    private final Set<String> repeated = new HashSet<>();
    private final Set<String> topics = new HashSet<>();

    /**
     * @param title the words of the article's title
     * @param sentences the words of its sentences
     */
    References(WordNet words, List<TaggedWord> title, List<List<TaggedWord>> sentences) {
        this.words = words;
        Map<String, Integer> sharing = new HashMap<>();
        for (List<TaggedWord> sentence : sentences) {
            Set<String> nouns = new HashSet<>();
            for (TaggedWord word : sentence) {
                if (word.is(PartOfSpeech.NOUN) && !nouns.add(base(word))) {
                    repeated.add(base(word));
                }
            }
            nouns.forEach(noun -> sharing.merge(noun, 1, Integer::sum));
        }
        sharing.forEach((noun, count) -> {
            if (count > 1) {
                repeated.add(noun);
            }
            if (count >= Math.max(LEAST_TOPIC, sentences.size() / TOPIC_SHARE)) {
                topics.add(noun);
            }
        });
        this.title = new HashSet<>();
        title.forEach(word -> this.title.add(base(word)));
    }

    /** Whether everything the text speaks of as known is known by its title or by the text before. */
    boolean resolved(List<TaggedWord> text) {
        return open(text, 0) < 0;
    }

    /**
     * The first word that leaves open what it means, -1 where there is none.
     *
     * @param first the first word that is looked at; those before only introduce
     */
    int open(List<TaggedWord> text, int first) {
        for (int index = first; index < text.size(); index++) {
            String lower = lower(text, index);
            boolean open = switch (lower) {
                case "the" -> openPhrase(text, index + 1, first);
                case "both" ->
                    !follows(text, index, "and") && !lower(text, index + 2).matches("whom|which|them");
                default ->
                    OTHERS.contains(lower) && !lower(text, index + 1).equals("time")
                            || comparesWithNothing(text, index, lower)
                            || lower.equals("there") && !existential(text, index)
                            || isNoun(text, index) && bare(text, index, first);
            };
            if (open) {
                return index;
            }
        }
        return -1;
    }

    /** "It was larger", "four more customers": than what? */
    private static boolean comparesWithNothing(List<TaggedWord> text, int index, String lower) {
        boolean describes = index + 1 < text.size()
                && (isNoun(text, index + 1) || text.get(index + 1).is(PartOfSpeech.ADJ));
        boolean compares =
                COMPARING.contains(lower) && !describes || COUNTING_ON.contains(lower) && isNoun(text, index + 1);
        return compares
                && !follows(text, index, "than")
                && !lower(text, index - 1).matches("no|the|a|an");
    }

    /** Whether the phrase behind "the" leaves open what it means. */
    private boolean openPhrase(List<TaggedWord> text, int first, int own) {
        int end = first;
        boolean named = false;
        while (end < text.size() && inPhrase(text, end)) {
            named |= (Character.isUpperCase(text.get(end).text().charAt(0))
                            && !text.get(end).text().endsWith("day"))
                    || text.get(end).text().matches("\\d{4}s?");
            end++;
        }
        int head = end - 1;
        if (head < first || named || !isNoun(text, head)) {
            return false;
        }
        boolean next = SEQUENCE.contains(lower(text, first)) && head > first;
        return !(!next && known(text, head, own) || defined(text, head));
    }

    private static boolean inPhrase(List<TaggedWord> text, int index) {
        TaggedWord word = text.get(index);
        boolean participle = word.is(PartOfSpeech.VERB)
                && word.text().matches(SUFFIX_OF_PARTICIPLES)
                && index + 1 < text.size()
                && (isNoun(text, index + 1) || text.get(index + 1).is(PartOfSpeech.ADJ));
        boolean joins = word.text().equals("-")
                || word.is(PartOfSpeech.ADV) && text.get(index - 1).is(PartOfSpeech.DET);
        return participle || joins || word.is(PartOfSpeech.ADJ) || word.is(PartOfSpeech.NUM) || isNoun(text, index);
    }

    /** A noun that always is somebody's, with nothing beside it that says whose. */
    private boolean bare(List<TaggedWord> text, int index, int own) {
        if (!RELATIONAL.contains(base(text.get(index))) || isNoun(text, index + 1)) {
            return false;
        }
        int before = index - 1;
        if (PAPERS.contains(base(text.get(index))) && lower(text, before).matches("an?")) {
            return false;
        }
        while (before >= 0 && text.get(before).is(PartOfSpeech.NUM)) {
            before--;
        }
        boolean described = before >= 0
                && (isNoun(text, before)
                        || text.get(before).is(PartOfSpeech.PART)
                        || text.get(before).is(PartOfSpeech.PRON)
                        || text.get(before).is(PartOfSpeech.ADJ)
                        || lower(text, before).equals("the")
                        || lower(text, before).equals("-"));
        boolean predicate = before >= 1 && text.get(before - 1).lemma().equals("be");
        return !described && !predicate && !known(text, index, own) && !defined(text, index);
    }

    /**
     * Whether a thing is known by the title or by what stands before; in an introduction only by the word itself.
     *
     * @param own where the text begins that follows an introduction
     */
    private boolean known(List<TaggedWord> text, int head, int own) {
        String base = base(text.get(head));
        boolean everyday = !ABSTRACT.contains(base)
                && !repeated.contains(base)
                && TANGIBLE.stream().anyMatch(kind -> words.isKindOf(base, kind, PartOfSpeech.NOUN));
        boolean whole = NAMED.contains(base)
                && text.subList(0, head).stream()
                        .skip(1)
                        .anyMatch(word -> Character.isUpperCase(word.text().charAt(0)));
        if (whole || UNIQUE.contains(base) || title.contains(base) || topics.contains(base) || everyday) {
            return true;
        }
        for (int index = 0; index < head; index++) {
            String earlier = base(text.get(index));
            boolean common = index >= own && text.get(index).is(PartOfSpeech.NOUN);
            boolean sameThing = isNoun(text, index)
                    && (earlier.equals(base)
                            || common && words.synonyms(base, PartOfSpeech.NOUN).contains(earlier)
                            || common && words.isKindOf(earlier, base, PartOfSpeech.NOUN));
            if (sameThing) {
                return true;
            }
        }
        return false;
    }

    /** Whether what follows says which one it is; a preposition may belong to the verb instead once there was one. */
    private static boolean defined(List<TaggedWord> text, int head) {
        int next = head + 1;
        String follows = lower(text, next);
        if (DEFINING.contains(follows)) {
            return true;
        }
        if (next >= text.size()) {
            return false;
        }
        if (follows.equals("to") && next + 1 < text.size() && text.get(next + 1).is(PartOfSpeech.VERB)) {
            return true; // "the decision to ban"
        }
        boolean beforeVerb = text.subList(0, head).stream().noneMatch(References::finite);
        boolean participle = text.get(next).is(PartOfSpeech.VERB) && follows.matches(SUFFIX_OF_PARTICIPLES);
        if (participle) {
            return beforeVerb ? verbBehindPhrase(text, next + 1) : follows.endsWith("ing");
        }
        return text.get(next).is(PartOfSpeech.ADP)
                && (beforeVerb || next + 1 < text.size() && text.get(next + 1).is(PartOfSpeech.PROPN));
    }

    /** Whether a verb follows with nothing before it that could open another clause: the participle is no verb then. */
    private static boolean verbBehindPhrase(List<TaggedWord> text, int first) {
        for (int index = first; index < text.size(); index++) {
            TaggedWord word = text.get(index);
            if (word.is(PartOfSpeech.CCONJ)
                    || word.is(PartOfSpeech.SCONJ)
                    || word.is(PartOfSpeech.PRON)
                    || word.text().equals(",")) {
                return false;
            }
            if (finite(word) && !text.get(index - 1).text().equals("to")) {
                return true;
            }
        }
        return false;
    }

    private static boolean finite(TaggedWord word) {
        return word.is(PartOfSpeech.AUX)
                || word.is(PartOfSpeech.VERB) && !word.text().endsWith("ing");
    }

    private static boolean existential(List<TaggedWord> text, int index) {
        return index + 1 < text.size()
                && (text.get(index + 1).is(PartOfSpeech.AUX)
                        || text.get(index + 1).lemma().equals("be"));
    }

    private static boolean follows(List<TaggedWord> text, int index, String word) {
        return text.subList(index, text.size()).stream()
                .anyMatch(later -> later.text().equals(word));
    }

    private static boolean isNoun(List<TaggedWord> text, int index) {
        return index < text.size()
                && (text.get(index).is(PartOfSpeech.NOUN) || text.get(index).is(PartOfSpeech.PROPN));
    }

    private static String lower(List<TaggedWord> text, int index) {
        return index >= 0 && index < text.size() ? text.get(index).text().toLowerCase(Locale.ROOT) : "";
    }

    private String base(TaggedWord word) {
        return words.baseForm(word.text().toLowerCase(Locale.ROOT), PartOfSpeech.NOUN);
    }
}
