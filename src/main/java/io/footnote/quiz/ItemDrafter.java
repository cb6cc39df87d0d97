package io.footnote.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import io.footnote.article.Article;
import io.footnote.model.FilledPrompt;
import io.footnote.model.LanguageModel;
import io.footnote.model.ModelException;
import io.footnote.model.Prompt;
import io.footnote.model.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has a chat model draft quiz items, {@value #MOST} at most, in one request: so many fit into the usual length of a reply.
 * What comes is only read here; {@link DraftedItemCheck} decides about it. Safe for any number of threads.
 */
public final class ItemDrafter {
    /** The task whose prompt is filled. */
    public static final String TASK = "quiz";

    /** Its placeholders. */
    public static final Set<String> PLACEHOLDERS = Set.of("count", "sentences");

    /** The most items that are asked for, and that are looked at however many come. */
    public static final int MOST = 8;

    private final LanguageModel model;
    private final Prompt prompt;
    private final Function<Article, String> view;
    private final BiFunction<String, Article, Set<Integer>> cited;

    /**
     * @param prompt the prompt of {@link #TASK} with {@link #PLACEHOLDERS}
     * @param view an article as a prompt may hold it: a line for each sentence, with its number
     * @param cited the numbers of the sentences that the embedded answerer cites for a question, none where it refuses
     */
    public ItemDrafter(
            LanguageModel model,
            Prompt prompt,
            Function<Article, String> view,
            BiFunction<String, Article, Set<Integer>> cited) {
        this.model = model;
        this.prompt = prompt;
        this.view = view;
        this.cited = cited;
    }

    /**
     * What came of asking.
     *
     * @param items what was drafted, null for each that is no item
     * @param failure why there are none, or null
     * @param promptHash the version of the prompt
     */
    record Drafted(
            List<@Nullable DraftedItem> items, @Nullable String failure, String promptHash) {}

    /** Asks for items about an article. @param count how many are wanted */
    Drafted draft(Article article, int count) {
        FilledPrompt filled =
                prompt.fill(Map.of("count", Integer.toString(Math.min(count, MOST)), "sentences", view.apply(article)));
        try {
            Reply reply = model.ask(filled, null);
            List<@Nullable DraftedItem> items = new ArrayList<>();
            JsonNode written =
                    reply.object().map(object -> object.path("items")).orElse(null);
            if (written == null || !written.isArray()) {
                return new Drafted(
                        List.of(), "the language model's reply had no questions that could be read", filled.hash());
            }
            for (JsonNode item : written) {
                if (items.size() < MOST) {
                    items.add(DraftedItem.read(item));
                }
            }
            return new Drafted(items, null, filled.hash());
        } catch (ModelException e) {
            return new Drafted(List.of(), "the language model " + e.getMessage(), filled.hash());
        }
    }

    /** Whether the embedded answerer finds a sentence from the question alone. */
    boolean finds(String question, Article article, int sentence) {
        return cited.apply(question, article).contains(sentence);
    }

    /** {@code PROVIDER:MODEL}. */
    String engine() {
        return model.engine();
    }
}
