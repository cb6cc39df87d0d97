package io.footnote.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.footnote.model.FilledPrompt;
import io.footnote.model.LanguageModel;
import io.footnote.model.ModelCall;
import io.footnote.model.ModelException;
import io.footnote.model.Prompt;
import io.footnote.model.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has a chat model write a follow-up as a question that stands by itself. Its rewriting is taken only when every name and
 * number in it was in the question or the conversation: a model may say what a reader meant, not ask something of its
 * own. Safe for any number of threads.
 */
public final class FollowUpRewriter {
    /** The task whose prompt is filled. */
    public static final String TASK = "rewrite";

    /** Its placeholders. */
    public static final Set<String> PLACEHOLDERS = Set.of("conversation", "question");

    private static final Pattern NAME_OR_NUMBER =
            Pattern.compile("(?<!^)(?<![\\p{L}\\p{N}])(?:\\p{Lu}[\\p{L}\\p{M}]*|\\p{Nd}+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+|\\p{Nd}+");

    private final LanguageModel model;
    private final Prompt prompt;

    /** @param prompt the prompt of {@link #TASK} with {@link #PLACEHOLDERS} */
    public FollowUpRewriter(LanguageModel model, Prompt prompt) {
        this.model = model;
        this.prompt = prompt;
    }

    /**
     * What came of it.
     *
     * @param question the question as it stands by itself, or null where the rewriting was not taken
     * @param refusal why not, or null
     * @param calls what was asked of the model
     */
    record Rewriting(@Nullable String question, @Nullable String refusal, List<ModelCall> calls) {}

    Rewriting rewrite(Question question, @Nullable String reader) {
        FilledPrompt filled = prompt.fill(Map.of(
                "conversation", ModelDrafter.conversation(question),
                "question", Untrusted.neutral(question.text())));
        try {
            Reply reply = model.ask(filled, reader);
            return judged(question, reply);
        } catch (ModelException e) {
            return new Rewriting(null, "the language model " + e.getMessage(), e.calls());
        }
    }

    private static Rewriting judged(Question question, Reply reply) {
        String written = read(reply.text().strip());
        if (written == null) {
            return new Rewriting(null, "the reply was no question", reply.calls());
        }
        Set<String> said = WORD.matcher(said(question))
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<String> strange = NAME_OR_NUMBER
                .matcher(written)
                .results()
                .map(MatchResult::group)
                .filter(word -> !said.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
        return strange.isEmpty()
                ? new Rewriting(written, null, reply.calls())
                : new Rewriting(null, "nobody said " + String.join(", ", strange), reply.calls());
    }

    private static String said(Question question) {
        return question.conversation().stream()
                        .map(turn -> turn.question() + " " + turn.answer())
                        .collect(Collectors.joining(" "))
                + " " + question.text();
    }

    private static @Nullable String read(String reply) {
        try {
            JsonNode written = Reply.STRICT.readTree(reply).path("question");
            String line = written.isTextual() ? Untrusted.neutral(written.textValue()) : "";
            boolean asks =
                    line.length() <= Question.MAX_LENGTH && line.codePoints().anyMatch(Character::isLetterOrDigit);
            return asks ? line : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
