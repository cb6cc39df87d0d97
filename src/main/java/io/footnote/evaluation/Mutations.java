package io.footnote.evaluation;

import static java.util.Objects.requireNonNull;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Annotator;
import io.footnote.language.DateMention;
import io.footnote.language.Name;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.Quantity;
import io.footnote.language.TaggedWord;
import io.footnote.language.Tagger;
import io.footnote.language.Token;
import io.footnote.language.WordNet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Makes supported statements false in one place each. What takes the place of a number, date, name or place is drawn from
 * the texts given, so that it is of the same kind. The same seed gives the same mutations. For one thread.
 */
final class Mutations {

    /** Own words that fit behind most statements and that no article says. */
    private static final List<String> CLAUSES = List.of(
            "which a court later declared unlawful",
            "and several employees lost their jobs as a result",
            "although experts had warned of it for years",
            "after the families of the victims had demanded it",
            "which doubled the price of bread",
            "and a film about it will be shown in cinemas",
            "because the machines had not been repaired",
            "which pleased the farmers of the region",
            "and schools were closed for the rest of the week",
            "while hospitals ran out of medicine",
            "which nobody in the village had noticed",
            "and insurers refused to pay for the damage");

    /** A clause, without the comma before it and the stop behind it, that ends a sentence. */
    private static final Pattern LAST_CLAUSE = Pattern.compile(
            ", ((?:which|who|where|while|after|although|because|and|but) [^,.;:()\"]{20,90})[.](?=\\s|$)");

    private static final Set<String> NO_SUBJECTS = Set.of("it", "this", "that", "they", "he", "she", "who", "which");

    private final Annotator annotator;
    private final Tagger tagger;
    private final WordNet words;
    private final SplittableRandom random;
    private final Map<MutationKind, Set<String>> pool = new EnumMap<>(MutationKind.class);

    Mutations(Annotator annotator, Tagger tagger, WordNet words, long seed) {
        this.annotator = annotator;
        this.tagger = tagger;
        this.words = words;
        this.random = new SplittableRandom(seed);
        for (MutationKind kind : MutationKind.values()) {
            pool.put(kind, new LinkedHashSet<>());
        }
    }

    /** A part of a text that can be exchanged. */
    private record Part(MutationKind kind, int start, int end, String text) {}

    private Set<String> drawn(MutationKind kind) {
        return requireNonNull(pool.get(kind), "there is a pool for every kind");
    }

    /** Takes in a text from which replacements are drawn. */
    void draw(String text) {
        parts(text).forEach(part -> drawn(part.kind()).add(part.text()));
    }

    /** Takes in a text whose clauses are added to statements on other evidence, beside or instead of own ones. */
    void drawClauses(String text) {
        LAST_CLAUSE
                .matcher(text)
                .results()
                .forEach(clause -> drawn(MutationKind.CLAUSE).add(clause.group(1)));
    }

    /**
     * The statement changed in one place.
     *
     * @param evidence what supports the statement
     * @param within whether a number, date, name or place is replaced by another one of the evidence; if not, by one that
     *     the evidence does not have
     * @return nothing where the statement has no such place, or nothing takes it
     */
    Optional<String> mutate(MutationKind kind, String statement, String evidence, boolean within) {
        return switch (kind) {
            case NUMBER, DATE, NAME, PLACE -> exchange(kind, statement, evidence, within);
            case ROLES -> roles(statement);
            case NEGATION -> negation(statement);
            case ANTONYM -> antonym(statement);
            case CLAUSE -> Optional.of(withoutStop(statement) + ", " + clauseBeyond(evidence) + ".");
        };
    }

    private String clauseBeyond(String evidence) {
        List<String> foreign = drawn(MutationKind.CLAUSE).stream()
                .filter(clause -> !evidence.contains(clause))
                .toList();
        return pick(foreign.isEmpty() ? CLAUSES : foreign);
    }

    private static String withoutStop(String statement) {
        String text = statement.strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1).strip() : text;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Optional<String> exchange(MutationKind kind, String statement, String evidence, boolean within) {
        List<Part> open =
                parts(statement).stream().filter(part -> part.kind() == kind).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Part part = pick(open);
        Collection<String> from = within
                ? parts(evidence).stream()
                        .filter(other -> other.kind() == kind)
                        .map(Part::text)
                        .distinct()
                        .toList()
                : drawn(kind);
        String lower = statement.toLowerCase(Locale.ROOT);
        Set<String> given = countries(within ? statement : statement + " " + evidence);
        Set<BigDecimal> counted = values(within ? statement : statement + " " + evidence);
        List<String> choices = from.stream()
                .filter(text -> countries(text).stream().noneMatch(given::contains))
                .filter(text -> values(text).stream().noneMatch(counted::contains))
                .filter(text -> !sharesWord(text, part.text()) && !lower.contains(text.toLowerCase(Locale.ROOT)))
                .filter(text -> within || !sharesWord(text, evidence))
                .toList();
        return choices.isEmpty() ? Optional.empty() : Optional.of(replaced(statement, part, pick(choices)));
    }

    /** The numbers of a text, whether in digits or words: "2" says no other than "two". */
    private Set<BigDecimal> values(String text) {
        Set<BigDecimal> values = new LinkedHashSet<>();
        annotator
                .annotate(text)
                .quantities()
                .forEach(quantity -> values.add(quantity.value().stripTrailingZeros()));
        return values;
    }

    /** The countries that a text names or speaks of by their people: "Russian" says no other than "Russia". */
    private Set<String> countries(String text) {
        Set<String> found = new LinkedHashSet<>();
        for (Token token : annotator.annotate(text).tokens()) {
            String country = annotator.lexicon().country(token.surface());
            if (country != null && token.capitalised()) {
                found.add(country);
            }
        }
        return found;
    }

    private static boolean sharesWord(String one, String text) {
        Set<String> others = wordsOf(text);
        return wordsOf(one).stream().anyMatch(others::contains);
    }

    private static Set<String> wordsOf(String text) {
        Set<String> found =
                new LinkedHashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        found.remove("");
        return found;
    }

    private static String replaced(String text, Part part, String with) {
        return text.substring(0, part.start()) + with + text.substring(part.end());
    }

    private List<Part> parts(String text) {
        AnnotatedText annotated = annotator.annotate(text);
        List<Part> parts = new ArrayList<>();
        for (Quantity quantity : annotated.quantities()) {
            parts.add(part(annotated, MutationKind.NUMBER, quantity.first(), quantity.last()));
        }
        for (DateMention date : annotated.dates()) {
            parts.add(part(annotated, MutationKind.DATE, date.first(), date.last()));
        }
        for (Name name : annotated.names()) {
            String written = annotated.written(name.first(), name.last());
            MutationKind kind = isPlace(written) ? MutationKind.PLACE : MutationKind.NAME;
            parts.add(part(annotated, kind, name.first(), name.last()));
        }
        return parts;
    }

    private boolean isPlace(String name) {
        return annotator.lexicon().country(name) != null
                || words.isKindOf(name, "region", PartOfSpeech.PROPN)
                || words.isKindOf(name, "location", PartOfSpeech.PROPN);
    }

    private static Part part(AnnotatedText text, MutationKind kind, int first, int last) {
        int start = text.tokens().get(first).start();
        int end = text.tokens().get(last).end();
        return new Part(kind, start, end, text.text().substring(start, end));
    }

    /** The phrase before a verb and the one after it, exchanged. */
    private Optional<String> roles(String statement) {
        List<TaggedWord> tagged = tagger.tag(statement);
        for (int verb = 0; verb < tagged.size(); verb++) {
            if (tagged.get(verb).is(PartOfSpeech.VERB) && !passive(tagged, verb)) {
                int last = verb - 1;
                while (last >= 0
                        && (tagged.get(last).is(PartOfSpeech.AUX)
                                || tagged.get(last).is(PartOfSpeech.ADV))) {
                    last--;
                }
                int first = last;
                while (first >= 0 && inPhrase(tagged.get(first))) {
                    first--;
                }
                int end = verb + 1;
                while (end < tagged.size() && inPhrase(tagged.get(end))) {
                    end++;
                }
                boolean free = first < 0 || !tagged.get(first).is(PartOfSpeech.ADP);
                if (free && named(tagged.subList(first + 1, last + 1)) && named(tagged.subList(verb + 1, end))) {
                    int from = tagged.get(first + 1).start();
                    int to = tagged.get(last).end();
                    int objectFrom = tagged.get(verb + 1).start();
                    int objectTo = tagged.get(end - 1).end();
                    if (touchesHyphen(statement, from, to) || touchesHyphen(statement, objectFrom, objectTo)) {
                        continue;
                    }
                    return Optional.of(statement.substring(0, from)
                            + statement.substring(objectFrom, objectTo)
                            + statement.substring(to, objectFrom)
                            + statement.substring(from, to)
                            + statement.substring(objectTo));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean passive(List<TaggedWord> tagged, int verb) {
        return verb > 0
                && tagged.get(verb - 1).lemma().equals("be")
                && !tagged.get(verb).text().endsWith("ing");
    }

    private static boolean inPhrase(TaggedWord word) {
        return switch (word.tag()) {
            case NOUN, PROPN, ADJ, DET, NUM -> !NO_SUBJECTS.contains(word.lemma());
            default -> word.text().endsWith("'s") && word.is(PartOfSpeech.PART);
        };
    }

    private static boolean named(List<TaggedWord> phrase) {
        return !phrase.isEmpty()
                && (phrase.getLast().is(PartOfSpeech.NOUN) || phrase.getLast().is(PartOfSpeech.PROPN));
    }

    /** "not" behind the first auxiliary, or "did not" before the base form of a past verb. */
    private Optional<String> negation(String statement) {
        List<TaggedWord> tagged = tagger.tag(statement);
        for (int index = 0; index < tagged.size(); index++) {
            TaggedWord word = tagged.get(index);
            boolean denied =
                    index + 1 < tagged.size() && tagged.get(index + 1).lemma().equals("not");
            if (word.is(PartOfSpeech.AUX) && !denied) {
                return Optional.of(statement.substring(0, word.end()) + " not" + statement.substring(word.end()));
            }
            boolean past = word.is(PartOfSpeech.VERB)
                    && index > 0
                    && (named(tagged.subList(index - 1, index))
                            || tagged.get(index - 1).is(PartOfSpeech.PRON))
                    && !word.text().equals(word.lemma())
                    && !word.text().endsWith("ing");
            if (past) {
                String does = word.text().endsWith("s") ? "does not " : "did not ";
                return Optional.of(
                        statement.substring(0, word.start()) + does + word.lemma() + statement.substring(word.end()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> antonym(String statement) {
        List<TaggedWord> tagged = tagger.tag(statement);
        List<Part> choices = new ArrayList<>();
        for (TaggedWord word : tagged) {
            if (word.tag().content()
                    && !word.is(PartOfSpeech.PROPN)
                    && !touchesHyphen(statement, word.start(), word.end())) {
                words.antonyms(word.lemma(), word.tag()).stream()
                        .filter(other -> other.indexOf(' ') < 0)
                        .findFirst()
                        .ifPresent(other -> choices.add(
                                new Part(MutationKind.ANTONYM, word.start(), word.end(), inflected(other, word))));
            }
        }
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        Part chosen = pick(choices);
        return Optional.of(replaced(statement, chosen, chosen.text()));
    }

    /** Whether that stretch is only a part of a compound. */
    private static boolean touchesHyphen(String text, int start, int end) {
        return (start > 0 && text.charAt(start - 1) == '-') || (end < text.length() && text.charAt(end) == '-');
    }

    /** A base form with the ending of the word it stands for; irregular forms come out regular. */
    private static String inflected(String base, TaggedWord like) {
        String text = like.text().toLowerCase(Locale.ROOT);
        if (text.equals(like.lemma())) {
            return base;
        }
        String stem = base.endsWith("e") ? base.substring(0, base.length() - 1) : base;
        if (text.endsWith("ing")) {
            return stem + "ing";
        }
        if (text.endsWith("s")) {
            return base + "s";
        }
        return like.is(PartOfSpeech.VERB) ? stem + "ed" : base;
    }
}
