package io.footnote.desk;

import io.footnote.article.Article;
import io.footnote.quiz.ItemType;
import io.footnote.quiz.QuizItem;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A quiz item as a moderator corrects it. Type, fact and article stay, and so do the number of the options and their
 * places, since polls that are open are graded by place.
 */
final class QuizItemForm {
    /** The most sentences that a key may rest on. */
    static final int MAX_EVIDENCE = 10;

    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,6}([ ,]+[0-9]{1,6})*");

    private QuizItemForm() {}

    /** @throws Refusal when that makes no item */
    static QuizItem read(Context context, QuizItem before, Optional<Article> article) {
        List<String> options = new ArrayList<>();
        for (int index = 0; index < before.options().size(); index++) {
            options.add(
                    before.type() == ItemType.TRUE_FALSE
                            ? before.options().get(index)
                            : value(context, "option" + index));
        }
        List<Integer> evidence = evidence(value(context, "evidence"), article);
        try {
            return new QuizItem(
                    before.id(),
                    before.type(),
                    value(context, "question"),
                    options,
                    correct(value(context, "correct"), options.size()),
                    value(context, "explanation"),
                    before.articleId(),
                    evidence,
                    before.fact());
        } catch (IllegalArgumentException e) {
            throw Refusal.bad("This makes no quiz item: " + e.getMessage() + ".");
        }
    }

    private static String value(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("").strip();
    }

    private static int correct(String index, int options) {
        return IntStream.range(0, options)
                .filter(one -> index.equals("" + one))
                .findFirst()
                .orElseThrow(() -> Refusal.bad("Choose which option is right."));
    }

    private static List<Integer> evidence(String text, Optional<Article> article) {
        if (!NUMBERS.matcher(text).matches()) {
            throw Refusal.bad("Give the numbers of the sentences that the right option rests on, such as 4 or 4, 7.");
        }
        List<Integer> numbers = Arrays.stream(text.split("[ ,]+"))
                .map(Integer::valueOf)
                .distinct()
                .toList();
        if (numbers.size() > MAX_EVIDENCE) {
            throw Refusal.bad("A quiz item rests on at most " + MAX_EVIDENCE + " sentences.");
        }
        for (int number : numbers) {
            if (article.isPresent() && !article.get().has(number)) {
                throw Refusal.bad("The article has no sentence " + number + ".");
            }
        }
        return numbers;
    }

    /** An item in words, for the audit trail. */
    static String words(QuizItem item) {
        return item.question() + " "
                + IntStream.range(0, item.options().size())
                        .mapToObj(index -> (index == item.correct() ? "*" : "")
                                + item.options().get(index))
                        .collect(Collectors.joining(" / "))
                + " [" + numbers(item) + "] " + item.explanation();
    }

    /** The sentences an item rests on. */
    static String numbers(QuizItem item) {
        return item.evidence().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
