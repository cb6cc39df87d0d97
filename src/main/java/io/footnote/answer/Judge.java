package io.footnote.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.footnote.article.Article;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.model.FilledPrompt;
import io.footnote.model.LanguageModel;
import io.footnote.model.ModelCall;
import io.footnote.model.ModelException;
import io.footnote.model.Prompt;
import io.footnote.model.Reply;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has a chat model say whether sentences support a statement that has passed the gate. It can refuse more, never pass
 * more; what it says of its reasons is for the log and for the repair, not for readers. Where it gives no verdict, the
 * gate's stands. Safe for any number of threads.
 */
public final class Judge {
    /** The task whose prompt is filled. */
    public static final String TASK = "judge";

    /** Its placeholders. */
    public static final Set<String> PLACEHOLDERS = Set.of("sentences", "statement");

    /** The longest reason that is kept, in UTF-16 units. */
    static final int MAX_REASON = 300;

    private final LanguageModel model;
    private final Prompt prompt;

    /** @param prompt the prompt of {@link #TASK} with {@link #PLACEHOLDERS} */
    public Judge(LanguageModel model, Prompt prompt) {
        this.model = model;
        this.prompt = prompt;
    }

    /**
     * What came of asking.
     *
     * @param objection why the statement is not supported, or null where it is or nobody knows
     * @param failure why there is no verdict, or null
     * @param calls what was asked of the model
     */
    record Opinion(@Nullable String objection, @Nullable String failure, List<ModelCall> calls) {}

    /**
     * Asks about a statement, by its gloss where it has one.
     *
     * @param articles those that it cites
     * @param reader whose budget it counts on, or null
     */
    Opinion of(Statement statement, Collection<Article> articles, @Nullable String reader) {
        FilledPrompt filled = prompt.fill(Map.of(
                "statement",
                Untrusted.neutral(statement.claim()),
                "sentences",
                statement.citations().stream()
                        .map(citation -> Untrusted.neutral(text(citation, articles)))
                        .collect(Collectors.joining("\n"))));
        try {
            return read(model.ask(filled, reader));
        } catch (ModelException e) {
            return new Opinion(null, "the language model " + e.getMessage(), e.calls());
        }
    }

    private static String text(Citation citation, Collection<Article> articles) {
        return articles.stream()
                .filter(article -> article.id().equals(citation.articleId()))
                .map(article -> article.textOf(article.sentence(citation.sentence())))
                .findFirst()
                .orElse("");
    }

    private static Opinion read(Reply reply) {
        try {
            JsonNode verdict = Reply.STRICT.readTree(reply.text().strip());
            if (verdict.path("supported").isBoolean()) {
                return new Opinion(
                        verdict.path("supported").booleanValue() ? null : objection(verdict.path("reason")),
                        null,
                        reply.calls());
            }
        } catch (JsonProcessingException e) {
            // told below, as every reply that is no verdict
        }
        return new Opinion(null, "the reply was no verdict", reply.calls());
    }

    private static String objection(JsonNode reason) {
        String why = reason.isTextual() ? Untrusted.line(reason.textValue()) : "";
        String kept = why.length() <= MAX_REASON ? why : why.substring(0, MAX_REASON);
        return kept.isEmpty() ? "the judge finds it unsupported" : "the judge finds it unsupported: " + kept;
    }
}
