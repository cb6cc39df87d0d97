package io.footnote.desk;

import io.footnote.article.Article;
import io.footnote.quiz.ItemType;
import io.footnote.quiz.QuizItem;
import io.footnote.storage.QuizItems.Kept;
import io.footnote.storage.QuizItems.Statistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A quiz item as its page shows it. Immutable.
 *
 * @param kept the item and what was decided about it
 * @param right how often it is answered rightly
 * @param options its options in their order
 * @param typed how many answers were typed, so that they count for no option
 * @param evidence the sentences it rests on, or none where the article is no longer kept
 */
record QuizItemView(Kept kept, Share right, List<Option> options, long typed, List<String> evidence) {

    /**
     * An option.
     *
     * @param key whether it is right
     * @param chosen how often it was chosen
     * @param attracts whether it is the wrong one that is chosen most
     */
    record Option(String text, boolean key, long chosen, boolean attracts) {}

    static QuizItemView of(Kept kept, Optional<Statistics> statistics, Optional<Article> article) {
        QuizItem item = kept.item();
        Statistics answered = statistics.orElseGet(() -> new Statistics(0, 0, Map.of()));
        long most = IntStream.range(0, item.options().size())
                .filter(index -> index != item.correct())
                .mapToLong(index -> answered.choices().getOrDefault(index, 0L))
                .max()
                .orElse(0);
        List<Option> options = IntStream.range(0, item.options().size())
                .mapToObj(index -> {
                    long chosen = answered.choices().getOrDefault(index, 0L);
                    boolean key = index == item.correct();
                    return new Option(item.options().get(index), key, chosen, !key && chosen > 0 && chosen == most);
                })
                .toList();
        long inOptions =
                answered.choices().values().stream().mapToLong(Long::longValue).sum();
        return new QuizItemView(
                kept,
                Share.of(answered.right(), answered.attempts()),
                options,
                answered.attempts() - inOptions,
                article.map(text -> item.evidence().stream()
                                .filter(text::has)
                                .map(number -> number + "  " + text.textOf(text.sentence(number)))
                                .toList())
                        .orElse(List.of()));
    }

    QuizItem item() {
        return kept.item();
    }

    /** The item's id in the page. */
    static String anchor(QuizItem item) {
        return "i" + item.id();
    }

    String anchor() {
        return anchor(item());
    }

    /** Its type in words. */
    String type() {
        return item().type().label().replace('_', ' ');
    }

    boolean optionsAreFixed() {
        return item().type() == ItemType.TRUE_FALSE;
    }

    /** Whether a wrong option is chosen more often than the key: perhaps the key is wrong. */
    boolean keyIsDoubtful() {
        long key =
                options.stream().filter(Option::key).mapToLong(Option::chosen).sum();
        return options.stream().anyMatch(option -> option.attracts() && option.chosen() > key);
    }

    /** How often it is answered rightly, in words. */
    String rightInWords() {
        return right.of() == 0 ? "nobody has answered it yet" : "right " + right.words();
    }

    String evidenceNumbers() {
        return QuizItemForm.numbers(item());
    }
}
