package io.footnote.quiz;

import io.footnote.language.Annotator;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import io.footnote.language.Tagger;
import io.footnote.language.Token;
import io.footnote.language.WordNet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a drafted question asks for what its statement says, no more and no less: the gate judges the statement, and the
 * reader sees the question. Safe for any number of threads.
 */
final class DraftWording {
    private static final Set<String> INTERROGATIVES = Set.of(
            "who", "whom", "whose", "what", "which", "where", "when", "how", "many", "much", "do", "does", "did");
    /** What a question may call the kind of thing that its key is. */
    private static final Set<String> KINDS = Set.of(
            "person",
            "people",
            "country",
            "city",
            "town",
            "place",
            "state",
            "region",
            "organization",
            "group",
            "company",
            "year",
            "month",
            "day",
            "date",
            "number",
            "percentage",
            "kind",
            "thing",
            "part");

    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    /** What makes a statement less certain; a sentence that has it is not retold without it. */
    private static final Set<String> HEDGES =
            Set.of("not", "may", "might", "could", "would", "should", "must", "can", "unless", "if");
    /** What else makes another statement of the same words. */
    private static final Set<String> LIMITS =
            Set.of("before", "after", "until", "without", "only", "except", "almost", "nearly");

    private static final Pattern OPENING = Pattern.compile("^(?i:in |on |at |from |to )+");

    private final Annotator annotator;
    private final Tagger tagger;
    private final WordNet words;

    DraftWording(Annotator annotator, Tagger tagger, WordNet words) {
        this.annotator = annotator;
        this.tagger = tagger;
        this.words = words;
    }

    /** A word in the forms by which it is found again. */
    private record Form(String written, Set<String> forms, TaggedWord word, boolean content) {
        boolean is(Form other) {
            return !Collections.disjoint(forms, other.forms);
        }

        boolean verb() {
            return word.is(PartOfSpeech.VERB) || word.is(PartOfSpeech.AUX);
        }

        int start() {
            return word.start();
        }
    }

    /** What is wrong, or null where nothing is. */
    @Nullable
    String objection(DraftedItem item, ReadArticle article) {
        List<Form> asked = asked(item.question());
        List<Form> stated = forms(item.statement());
        int key = item.statement().indexOf(item.key());
        List<Form> rest = stated.stream()
                .filter(form ->
                        form.start() < key || form.start() >= key + item.key().length())
                .toList();
        if (!asked.stream().allMatch(form -> rest.stream().anyMatch(form::is))) {
            return "the question goes beyond its statement";
        }
        if (!turning(asked).equals(turning(rest))) {
            return "the question leaves out what makes another statement of it";
        }
        List<Form> telling = rest.stream().filter(Form::content).toList();
        long told = telling.stream()
                .filter(form -> asked.stream().anyMatch(form::is))
                .count();
        if (told * 2 < telling.size()) {
            return "the question does not say what it is about";
        }
        if (!inOrder(item.question(), rest, key)) {
            return "the question asks for another part of its statement";
        }
        Predicate<String> person = word -> article.entities().stream()
                .anyMatch(entity -> entity.kind() == Entity.Kind.PERSON && entity.isNamedBy(word));
        return new SelfContained(words, person).holds(tagger.tag(item.statement()))
                ? null
                : "it cannot be understood by itself";
    }

    /** Whether a statement is no less hedged than the sentence, which has every word of it that says something, or a synonym. */
    boolean covers(String sentence, String statement) {
        List<Form> said = forms(sentence);
        List<Form> stated = forms(statement);
        Set<String> hedges = turning(said);
        hedges.retainAll(HEDGES);
        return turning(stated).containsAll(hedges)
                && stated.stream()
                        .filter(Form::content)
                        .allMatch(form -> said.stream()
                                .anyMatch(other -> other.is(form)
                                        || !Collections.disjoint(
                                                other.forms(),
                                                words.synonyms(
                                                        form.word().lemma(),
                                                        form.word().tag()))));
    }

    /** What a question says, less the words that only make it one. */
    private List<Form> asked(String question) {
        return forms(OPENING.matcher(question).replaceFirst("")).stream()
                .filter(form -> !INTERROGATIVES.contains(form.written()) && !KINDS.contains(form.written()))
                .toList();
    }

    /** Whether what stands behind the words that ask comes in the statement's order, a subject asked for in front of it. */
    private boolean inOrder(String question, List<Form> rest, int key) {
        List<Form> all = forms(question);
        int verb = 0;
        while (verb < all.size() && !all.get(verb).verb()) {
            verb++;
        }
        List<Form> behind = all.subList(Math.min(verb, all.size()), all.size()).stream()
                .filter(form -> form.content() && !INTERROGATIVES.contains(form.written()))
                .toList();
        List<Form> stated = rest.stream().filter(Form::content).toList();
        int at = 0;
        int first = -1;
        for (Form form : behind) {
            while (at < stated.size() && !stated.get(at).is(form)) {
                at++;
            }
            if (at == stated.size()) {
                return false;
            }
            first = first < 0 ? stated.get(at).start() : first;
            at++;
        }
        return first < 0 || !asksForSubject(all, verb) || key < first;
    }

    /** Whether the first verb has no subject of its own behind it: "Who left?", but not "Whom did she leave?". */
    private static boolean asksForSubject(List<Form> all, int verb) {
        return verb < all.size()
                && !INTERROGATIVES.contains(all.get(verb).written())
                && (all.get(verb).content()
                        || verb + 1 < all.size() && all.get(verb + 1).verb());
    }

    private Set<String> turning(List<Form> forms) {
        Set<String> found = new HashSet<>();
        for (Form form : forms) {
            if (form.forms().stream().anyMatch(word -> annotator.lexicon().isNegation(word))) {
                found.add("not");
            } else if (HEDGES.contains(form.written()) || LIMITS.contains(form.written())) {
                found.add(form.written());
            }
        }
        return found;
    }

    /** The words of a text but articles and punctuation, each with its base form and its stem. */
    private List<Form> forms(String text) {
        List<Token> tokens = annotator.annotate(text).tokens();
        List<Form> found = new ArrayList<>();
        for (TaggedWord word : tagger.tag(text)) {
            String lower = word.text().toLowerCase(Locale.ROOT);
            if (ARTICLES.contains(lower) || word.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
                continue;
            }
            Set<String> forms = new HashSet<>(Set.of(lower));
            forms.add(word.lemma().toLowerCase(Locale.ROOT));
            tokens.stream()
                    .filter(token -> token.start() == word.start())
                    .map(Token::key)
                    .forEach(forms::add);
            boolean content = !annotator.lexicon().isStopWord(lower) && !word.is(PartOfSpeech.AUX);
            found.add(new Form(lower, forms, word, content));
        }
        return found;
    }
}
