package io.footnote.cli;

import io.footnote.storage.Library;
import io.footnote.storage.Library.Line;
import io.footnote.storage.LibraryEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which article of the library somebody means by a number, an id or the beginning of one, an address, or words of the
 * title. Of several that fit equally well, the newest.
 */
final class ArticleChoice {
    /** Fewer characters of an id could be a word. */
    private static final int SHORTEST_ID = 6;

    private final Library library;

    ArticleChoice(Library library) {
        this.library = library;
    }

    /** The article meant, or nothing. */
    Optional<LibraryEntry> find(String given) {
        String meant = given.strip();
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        List<Line> newestFirst = library.list();
        String lower = meant.toLowerCase(Locale.ROOT);
        List<Predicate<Line>> ways = List.of(
                line -> Long.toString(line.number()).equals(meant),
                line -> lower.length() >= SHORTEST_ID && line.articleId().startsWith(lower),
                line -> meant.equals(line.url()) || line.places().contains(meant),
                line -> line.title().toLowerCase(Locale.ROOT).equals(lower),
                line -> line.title().toLowerCase(Locale.ROOT).contains(lower));
        return ways.stream()
                .flatMap(way -> newestFirst.stream().filter(way).limit(1))
                .findFirst()
                .flatMap(line -> library.find(line.number()))
                // an old version's id still leads to its article
                .or(() -> library.ofText(lower));
    }

    /** @throws CommandException when there is none */
    LibraryEntry require(String given) {
        return find(given)
                .orElseThrow(() -> new CommandException("The library has no article " + AnswerText.oneLine(given)
                        + ": footnote article list shows those it has."));
    }
}
