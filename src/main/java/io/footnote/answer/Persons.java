package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.AnnotatedText;
import io.footnote.language.Annotator;
import io.footnote.language.Name;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells which names of an article are somebody's: a name of several words that is no organisation's or place's, or the
 * last part of one. Safe for any number of threads.
 */
final class Persons {
    /** Words that end or make up the names of organisations and places. */
    private static final Set<String> NO_PERSON = Set.of(
            "agency",
            "army",
            "association",
            "avenue",
            "bank",
            "bay",
            "board",
            "bridge",
            "capital",
            "centre",
            "center",
            "church",
            "city",
            "club",
            "college",
            "commission",
            "committee",
            "company",
            "congress",
            "corporation",
            "council",
            "county",
            "court",
            "department",
            "federation",
            "foundation",
            "group",
            "hall",
            "harbour",
            "hospital",
            "house",
            "inc",
            "institute",
            "island",
            "lake",
            "lane",
            "league",
            "marine",
            "ministry",
            "mount",
            "museum",
            "nations",
            "north",
            "office",
            "parliament",
            "park",
            "party",
            "point",
            "port",
            "quay",
            "region",
            "river",
            "road",
            "school",
            "sea",
            "senate",
            "service",
            "south",
            "square",
            "state",
            "states",
            "station",
            "street",
            "times",
            "town",
            "trust",
            "union",
            "united",
            "university",
            "valley",
            "ward",
            "west",
            "east");

    /** What stands before the name of a thing or a place, hardly before a person's. */
    private static final Set<String> BEFORE_THINGS = Set.of("the", "in", "at", "near", "across");

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final Annotator annotator;

    Persons(Annotator annotator) {
        this.annotator = annotator;
    }

    /** The persons named in a text about the article, in its order, each by the fullest form of the name known. */
    List<String> in(String text, Article article) {
        AnnotatedText annotated = annotator.annotate(text);
        return annotated.names().stream()
                .map(name -> person(name, annotated, article))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<String> person(Name name, AnnotatedText text, Article article) {
        List<Token> tokens = beforeOf(name, text);
        boolean thing = tokens.stream().anyMatch(token -> NO_PERSON.contains(token.norm()))
                || (name.first() > 0
                        && BEFORE_THINGS.contains(
                                text.tokens().get(name.first() - 1).norm()));
        String written = WHITE_SPACE
                .matcher(text.text()
                        .substring(tokens.getFirst().start(), tokens.getLast().end()))
                .replaceAll(" ");
        if (thing || annotator.lexicon().country(written) != null) {
            return Optional.empty();
        }
        return tokens.size() > 1 ? Optional.of(written) : fullName(written, article);
    }

    /** The name without what follows an "of": where somebody belongs. */
    private static List<Token> beforeOf(Name name, AnnotatedText text) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : text.tokens().subList(name.first(), name.last() + 1)) {
            if (token.is("of")) {
                break;
            }
            if (name.tokens().contains(token)) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** The name of several words that ends with this one, where the article has one that is a person's. */
    private Optional<String> fullName(String last, Article article) {
        Matcher matcher = Pattern.compile("\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}\\.)? (?:\\p{Lu}[\\p{L}'’]+-)?"
                        + Pattern.quote(last) + "(?![\\p{L}\\p{N}-])")
                .matcher(article.text());
        while (matcher.find()) {
            AnnotatedText found = annotator.annotate(matcher.group());
            if (found.names().size() == 1
                    && found.names().getFirst().tokens().size() > 1
                    && found.names().getFirst().tokens().stream()
                            .noneMatch(token -> NO_PERSON.contains(token.norm()))) {
                return Optional.of(matcher.group());
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the article speaks of this person with that pronoun, rather than with the other, right after the name.
     * Where it does not tell, either will do.
     */
    static boolean agrees(String person, boolean female, Article article) {
        String last = person.substring(person.lastIndexOf(' ') + 1);
        int balance = 0;
        List<Sentence> sentences = article.sentences();
        for (int index = 0; index + 1 < sentences.size(); index++) {
            if (article.textOf(sentences.get(index)).contains(last)) {
                Boolean she = gender(article.textOf(sentences.get(index + 1)));
                balance += she == null ? 0 : she == female ? 1 : -1;
            }
        }
        return balance >= 0;
    }

    /** Whether the sentence begins with a woman, a man, or neither. */
    private static @Nullable Boolean gender(String sentence) {
        String first = WHITE_SPACE.split(sentence.strip(), 2)[0].toLowerCase(Locale.ROOT);
        return switch (first) {
            case "she", "her" -> Boolean.TRUE;
            case "he", "his" -> Boolean.FALSE;
            default -> null;
        };
    }
}
