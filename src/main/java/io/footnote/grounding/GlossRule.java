package io.footnote.grounding;

import io.footnote.article.Article;
import io.footnote.language.AnnotatedText;
import io.footnote.language.Annotator;
import io.footnote.language.Name;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A statement in another language and its gloss have the same figures and the same names. Figures are compared by their
 * digits, whatever separates them. A name of the gloss must stand in the statement as the gloss spells it, but for the
 * ending; names of countries and peoples, which every language has its own words for, are left out. A name that the
 * article has and the gloss has not must not stand in the statement. What the two say beside that is not compared.
 */
final class GlossRule {
    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+(?:[.,'’\\u00A0\\u202F ]\\p{Nd}+)*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** How many letters of a name must be the same; what follows may be an ending. */
    private static final int SAME_LETTERS = 4;

    private final Annotator annotator;

    GlossRule(Annotator annotator) {
        this.annotator = annotator;
    }

    /** What does not agree, a clause each. */
    List<String> check(String text, String gloss, List<Article> articles) {
        List<String> reasons = new ArrayList<>();
        Set<String> said = figures(text);
        Set<String> meant = figures(gloss);
        said.stream()
                .filter(figure -> !meant.contains(figure))
                .forEach(figure -> reasons.add("number " + figure + " is not in the gloss"));
        meant.stream()
                .filter(figure -> !said.contains(figure))
                .forEach(figure -> reasons.add("number " + figure + " is only in the gloss"));
        Set<String> words = words(text);
        AnnotatedText annotated = annotator.annotate(gloss);
        Set<String> glossWords = words(gloss);
        for (Name name : annotated.names()) {
            String last = name.tokens().getLast().surface();
            boolean country = annotator.lexicon().country(name.text()) != null
                    || annotator.lexicon().country(last) != null;
            if (!country && !hasName(words, plain(last))) {
                reasons.add("name " + last + " is only in the gloss");
            }
        }
        Set<String> foreign = names(articles);
        foreign.removeAll(glossWords);
        words.stream().filter(foreign::contains).forEach(word -> reasons.add("name " + word + " is not in the gloss"));
        return reasons;
    }

    private static boolean hasName(Set<String> words, String name) {
        String start = name.substring(0, Math.min(name.length(), SAME_LETTERS));
        return words.stream().anyMatch(word -> word.startsWith(start));
    }

    /** The words of names that the articles have. */
    private Set<String> names(List<Article> articles) {
        Set<String> names = new LinkedHashSet<>();
        for (Article article : articles) {
            article.sentences().forEach(sentence -> {
                AnnotatedText text = annotator.annotate(article.textOf(sentence));
                text.names().stream()
                        .flatMap(name -> name.tokens().stream())
                        .map(token -> plain(token.surface()))
                        .filter(word -> word.length() >= SAME_LETTERS)
                        .forEach(names::add);
            });
        }
        return names;
    }

    private static Set<String> figures(String text) {
        Set<String> figures = new LinkedHashSet<>();
        FIGURE.matcher(text).results().map(MatchResult::group).forEach(figure -> {
            StringBuilder digits = new StringBuilder();
            figure.codePoints().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
            figures.add(digits.toString());
        });
        return figures;
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .results()
                .forEach(word -> words.add(plain(word.group())));
        return words;
    }

    private static String plain(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
