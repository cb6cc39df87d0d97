package io.footnote.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.footnote.article.Article;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Statement;
import io.footnote.language.LanguageDetector;
import io.footnote.model.FilledPrompt;
import io.footnote.model.LanguageModel;
import io.footnote.model.ModelException;
import io.footnote.model.Prompt;
import io.footnote.model.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has a chat model write the draft. The model sees numbered sentences and names them by number; whatever else it says is
 * left to {@link DraftReader} and the gate. Safe for any number of threads.
 *
 * <p>What passed the gate is kept for the same prompt to the same model: the last {@value #KEPT} drafts for
 * {@value #KEPT_HOURS} hours at most, in memory. The prompt holds the question, the conversation, the sentences and the
 * prompt's own text, so another version of any of them is another request.
 */
public final class ModelDrafter implements Drafter {
    /** The task whose prompt this drafter fills. */
    public static final String TASK = "answer";

    /** The placeholders it fills. */
    public static final Set<String> PLACEHOLDERS =
            Set.of("language", "article_language", "conversation", "title", "sentences", "question");

    /** The task of the prompt for statements that did not pass. */
    public static final String REPAIR_TASK = "repair";

    /** Its placeholders. */
    public static final Set<String> REPAIR_PLACEHOLDERS =
            Set.of("language", "article_language", "conversation", "title", "sentences", "question", "failed");

    /** How many drafts are kept. */
    public static final int KEPT = 1_000;

    /** For how long they are, in hours. */
    public static final int KEPT_HOURS = 24;

    private final LanguageModel model;
    private final Prompt prompt;
    private final Prompt repair;
    private final int maxInputTokens;
    private final Supplier<LanguageDetector> detector;
    private final Cache<String, Draft> kept = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterWrite(Duration.ofHours(KEPT_HOURS))
            .build();

    /**
     * @param prompt the prompt of {@link #TASK} with {@link #PLACEHOLDERS}
     * @param repair the prompt of {@link #REPAIR_TASK} with {@link #REPAIR_PLACEHOLDERS}
     * @param maxInputTokens the most tokens of the article that the model is shown, by estimate
     * @param detector tells whether a text is in the article's language; asked for only where it is needed
     */
    public ModelDrafter(
            LanguageModel model,
            Prompt prompt,
            Prompt repair,
            int maxInputTokens,
            Supplier<LanguageDetector> detector) {
        this.model = model;
        this.prompt = prompt;
        this.repair = repair;
        this.maxInputTokens = maxInputTokens;
        this.detector = detector;
    }

    @Override
    public String engine() {
        return model.engine();
    }

    @Override
    public Draft draft(DraftRequest request, @Nullable Consumer<Statement> written) {
        FilledPrompt filled = prompt.fill(values(request));
        String key = engine() + "\0" + filled.hash() + "\0" + filled.system() + "\0" + filled.user();
        Draft found = kept.getIfPresent(key);
        if (found != null) {
            return found;
        }
        DraftReader.Shape shape = shape(request);
        return DraftReader.read(ask(filled, request, shape, written), shape).keptBy(key);
    }

    @Override
    public Draft repair(DraftRequest request, List<CheckedStatement> failed) {
        Map<String, String> values = values(request);
        values.put("failed", failed.stream().map(ModelDrafter::complaint).collect(Collectors.joining("\n")));
        DraftReader.Shape shape = shape(request);
        return DraftReader.read(ask(repair.fill(values), request, shape, null), shape);
    }

    @Override
    public void passed(Draft draft, List<Statement> statements) {
        if (draft.key() != null && !draft.cached()) {
            kept.put(draft.key(), new Draft(draft.answerable(), statements, List.of(), draft.key(), true));
        }
    }

    @Override
    public void failed(Draft draft) {
        if (draft.key() != null) {
            kept.invalidate(draft.key());
        }
    }

    private Reply ask(
            FilledPrompt filled, DraftRequest request, DraftReader.Shape shape, @Nullable Consumer<Statement> written) {
        try {
            return written == null
                    ? model.ask(filled, request.reader())
                    : model.stream(filled, request.reader(), new DraftStream(shape, written)::add);
        } catch (ModelException e) {
            throw new DraftException("the language model " + e.getMessage() + ".", false, e.calls());
        }
    }

    private DraftReader.Shape shape(DraftRequest request) {
        Article article = request.article();
        return new DraftReader.Shape(
                article.id(),
                text -> request.translates()
                        && detector.get().otherThan(article.language(), text).isPresent());
    }

    private Map<String, String> values(DraftRequest request) {
        Article article = request.article();
        return new TreeMap<>(Map.of(
                "language", nameOf(request.language()),
                "article_language", nameOf(article.language()),
                "conversation", conversation(request.question()),
                "title", Untrusted.neutral(article.title()),
                "sentences", ArticleView.of(request, maxInputTokens),
                "question", Untrusted.neutral(request.understoodAs())));
    }

    private static String nameOf(String language) {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    }

    static String conversation(Question question) {
        return question.conversation().stream()
                .map(turn -> "Reader: " + Untrusted.neutral(turn.question()) + "\nAnswer: "
                        + Untrusted.neutral(turn.answer()))
                .collect(Collectors.joining("\n"));
    }

    private static String complaint(CheckedStatement failed) {
        return "- " + Untrusted.neutral(failed.statement().text()) + "\n  cited: "
                + failed.statement().citations().stream()
                        .map(citation -> Integer.toString(citation.sentence()))
                        .collect(Collectors.joining(", "))
                + "; refused: " + Untrusted.neutral(String.join("; ", failed.reasons()));
    }
}
