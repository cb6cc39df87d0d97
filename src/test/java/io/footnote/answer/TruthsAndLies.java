package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.AnnotatedText;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Statements about an article that are true because of how they are made, and others that are not. */
final class TruthsAndLies {
    private static final Pattern TAIL = Pattern.compile(",(?: which| who| where| while| after| because| as) [^,]*[.]$");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d[\\d,.]*\\d\\b|\\b\\d\\b");
    private static final Pattern AUXILIARY =
            Pattern.compile("\\b(is|are|was|were|has|have|had|will|would|could)\\b(?! not)");
    private static final Pattern NEGATED = Pattern.compile("\\b(?:not|no|never|nor|none|n't|without)\\b|n['’]t\\b");
    private static final List<String> INVENTED = List.of(
            "The foreign ministers of Peru and Chile signed a fishing treaty in Lima.",
            "A court in Nairobi fined the company 3.5 million euros in 1998.",
            "Engineers finished the railway tunnel four months ahead of schedule.",
            "The central bank raised its interest rate to 7 percent on Monday.");

    private final Annotator annotator = new Annotator(Lexicon.english());
    private final Article article;
    private final Random random;
    private final List<Sentence> sentences;

    /** A statement with the sentence that it names. */
    record Made(String text, int sentence, String how) {}

    TruthsAndLies(Article article, long seed) {
        this.article = article;
        this.random = new Random(seed);
        this.sentences = article.sentences().stream()
                .filter(Sentence::citable)
                .filter(sentence ->
                        text(sentence).endsWith(".") && text(sentence).length() > 40)
                .toList();
    }

    private String text(Sentence sentence) {
        return article.textOf(sentence).replaceAll("\\s+", " ");
    }

    private Sentence any() {
        return sentences.get(random.nextInt(sentences.size()));
    }

    /** A sentence as it stands, less its last clause, or in somewhat other words. */
    Made truth() {
        Sentence sentence = any();
        String text = text(sentence);
        List<Made> ways = new ArrayList<>(List.of(
                new Made(text, sentence.number(), "copy"),
                new Made("The article says that " + decapitalised(text), sentence.number(), "reported")));
        Matcher tail = TAIL.matcher(text);
        if (tail.find() && tail.start() > 40 && !NEGATED.matcher(tail.group()).find()) {
            ways.add(new Made(text.substring(0, tail.start()) + ".", sentence.number(), "clause"));
        }
        String reworded = text.replaceAll("\\bsaid that\\b", "stated that")
                .replaceAll("\\babout (?=\\w+ )", "around ")
                .replaceAll("\\bbegan\\b", "started")
                .replaceAll("\\bpeople\\b", "persons");
        if (!reworded.equals(text)) {
            ways.add(new Made(reworded, sentence.number(), "reworded"));
        }
        return ways.get(random.nextInt(ways.size()));
    }

    private String decapitalised(String text) {
        AnnotatedText annotated = annotator.annotate(text);
        boolean named = annotated.names().stream().anyMatch(name -> name.first() == 0);
        return named ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    /** A sentence with one thing changed, two sentences made one, or something that stands nowhere. */
    Made lie() {
        while (true) {
            Sentence sentence = any();
            String text = text(sentence);
            Optional<String> changed = switch (random.nextInt(5)) {
                case 0 -> otherNumber(text);
                case 1 -> otherName(text);
                case 2 -> negated(text);
                case 3 -> merged(text, text(any()));
                default -> Optional.of(INVENTED.get(random.nextInt(INVENTED.size())));
            };
            String all = article.text().replaceAll("\\s+", " ");
            if (changed.isPresent() && !all.contains(changed.get())) {
                return new Made(changed.get(), sentence.number(), "lie");
            }
        }
    }

    private Optional<String> otherNumber(String text) {
        return NUMBER.matcher(text)
                .results()
                .findFirst()
                .map(found -> replaced(
                        text,
                        found,
                        found.group().length() == 1 ? "17" : "9" + found.group().substring(1) + "1"));
    }

    private static String replaced(String text, MatchResult found, String by) {
        return text.substring(0, found.start()) + by + text.substring(found.end());
    }

    private Optional<String> otherName(String text) {
        List<Name> names = annotator.annotate(text).names().stream()
                .filter(name -> name.first() > 0)
                .toList();
        List<String> others = sentences.stream()
                .flatMap(sentence -> annotator.annotate(text(sentence)).names().stream())
                .filter(name -> name.first() > 0)
                .map(Name::text)
                .filter(name -> !text.contains(name) && names.stream().noneMatch(own -> name.contains(own.text())))
                .filter(name -> countries(text).stream().noneMatch(countries(name)::contains))
                .distinct()
                .toList();
        if (names.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        String name = names.getFirst().text();
        String other = others.get(random.nextInt(others.size()));
        return text.contains(name) ? Optional.of(text.replace(name, other)) : Optional.empty();
    }

    /** The countries that a text names, whether by name or by people: to exchange these says nothing else. */
    private Set<String> countries(String text) {
        return annotator.annotate(text).tokens().stream()
                .map(token -> annotator.lexicon().country(token.surface()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Optional<String> negated(String text) {
        Matcher auxiliary = AUXILIARY.matcher(text);
        return NEGATED.matcher(text).find() || !auxiliary.find()
                ? Optional.empty()
                : Optional.of(auxiliary.replaceFirst("$1 not"));
    }

    /** What one sentence speaks of with what the other says, where both have an auxiliary to join them at. */
    private static Optional<String> merged(String one, String other) {
        Matcher subject = AUXILIARY.matcher(one);
        Matcher said = AUXILIARY.matcher(other);
        return one.equals(other) || !subject.find() || !said.find()
                ? Optional.empty()
                : Optional.of(one.substring(0, subject.start()) + other.substring(said.start()));
    }
}
