package io.footnote.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.quiz.QuizItem;
import io.footnote.storage.QuizItems;
import io.footnote.storage.QuizItems.Kept;
import io.footnote.storage.QuizItems.Statistics;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** How quiz items are answered, a line for each that was: how often rightly, and which wrong option attracts most. */
final class QuizStatistics {
    private final QuizItems items;

    QuizStatistics(QuizItems items) {
        this.items = items;
    }

    /** Tells every line, article by article. @return how many there were */
    int forEach(boolean json, Consumer<String> lines) {
        int count = 0;
        for (QuizItems.Counted article : items.articles()) {
            Map<String, Statistics> answered = items.statistics(article.articleId());
            for (Kept kept : items.of(article.articleId())) {
                Statistics statistics = answered.get(kept.item().id());
                if (statistics != null) {
                    lines.accept(json ? json(kept, statistics) : line(kept, statistics));
                    count++;
                }
            }
        }
        return count;
    }

    /** The wrong option that was chosen most, the first of equals; none where nobody chose one. */
    private static Optional<Integer> attracting(QuizItem item, Statistics statistics) {
        return statistics.choices().entrySet().stream()
                .filter(choice -> choice.getKey() != item.correct())
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.<Integer, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey);
    }

    private static String line(Kept kept, Statistics statistics) {
        QuizItem item = kept.item();
        return String.join(
                "  ",
                item.id(),
                item.type().label() + (kept.switchedOff() ? " (off)" : ""),
                String.format(
                        Locale.ROOT,
                        "right %d of %d (%.0f %%)",
                        statistics.right(),
                        statistics.attempts(),
                        100.0 * statistics.right() / statistics.attempts()),
                attracting(item, statistics)
                        .map(option -> "attracts: " + item.options().get(option) + " ("
                                + statistics.choices().get(option) + ")")
                        .orElse("no wrong option chosen"),
                AnswerText.oneLine(item.question()));
    }

    private static String json(Kept kept, Statistics statistics) {
        QuizItem item = kept.item();
        ObjectNode object = JsonNodeFactory.instance
                .objectNode()
                .put("id", item.id())
                .put("article", item.articleId())
                .put("type", item.type().label())
                .put("question", item.question())
                .put("switchedOff", kept.switchedOff())
                .put("attempts", statistics.attempts())
                .put("right", statistics.right());
        ObjectNode chosen = object.putObject("chosen");
        for (int index = 0; index < item.options().size(); index++) {
            chosen.put(item.options().get(index), statistics.choices().getOrDefault(index, 0L));
        }
        object.put(
                "attracts",
                attracting(item, statistics).map(item.options()::get).orElse(null));
        return object.toString();
    }
}
