package io.footnote.answer;

import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.retrieval.RankedSentence;
import io.footnote.retrieval.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The embedded drafter: it answers with sentences of the article as they stand, and needs no language model.
 *
 * <p>One sentence, the best; a second or third only for a question that asks several things at once, and only when it is
 * nearly as good, or where another article says otherwise than the best ({@link Disagreement}): both are shown then. It
 * refuses when an answer is less likely than a threshold, {@link #THRESHOLD} by itself. Safe for any number of threads.
 */
public final class ExtractiveDrafter implements Drafter {
    /** What {@link #engine} returns. */
    public static final String ENGINE = "extractive";

    /**
     * The probability of an answer from which it answers. Below one half on purpose: what it shows is the article's own
     * sentence with its place, so a near miss costs less than silence where the article does say. At this value nine of
     * ten answerable questions of the development data are answered.
     */
    public static final double THRESHOLD = 0.4;

    /** The most sentences in an answer. */
    public static final int MAX_SENTENCES = 3;

    /** How good a further sentence must be, as a share of the best one's score. */
    private static final double NEARLY_AS_GOOD = 0.5;

    private static final Pattern INTERROGATIVE =
            Pattern.compile("\\b(what|who|whom|whose|which|when|where|why|how)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final Disagreement disagreement = new Disagreement();
    private final DoubleSupplier threshold;

    /** With the program's own threshold. */
    public ExtractiveDrafter() {
        this(() -> THRESHOLD);
    }

    /** @param threshold asked at every question, in [0, 1] */
    public ExtractiveDrafter(DoubleSupplier threshold) {
        this.threshold = threshold;
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public Draft draft(DraftRequest request, @Nullable Consumer<Statement> written) {
        Ranking ranking = request.ranking();
        if (ranking.sentences().isEmpty() || ranking.answerable() < threshold.getAsDouble()) {
            return new Draft(false, List.of(), List.of());
        }
        int wanted = Math.clamp(asked(request.question().text()), 1, MAX_SENTENCES);
        double enough = NEARLY_AS_GOOD * ranking.sentences().getFirst().score();
        List<Statement> statements = new ArrayList<>();
        RankedSentence otherwise = disagreement.with(ranking).orElse(null);
        for (RankedSentence ranked : ranking.sentences()) {
            boolean asked = statements.size() < wanted && ranked.score() >= enough;
            if (asked || ranked.equals(otherwise)) {
                statements.add(statement(ranked, ranking));
            }
        }
        return new Draft(true, statements, List.of());
    }

    private static Statement statement(RankedSentence ranked, Ranking ranking) {
        String text = WHITE_SPACE.matcher(ranking.textOf(ranked)).replaceAll(" ");
        return new Statement(
                text, List.of(new Citation(ranked.articleId(), ranked.sentence().number())));
    }

    /** How many things a question asks: its interrogatives. */
    private static int asked(String question) {
        int count = 0;
        Matcher matcher = INTERROGATIVE.matcher(question);
        while (matcher.find()) {
            count++;
        }
        return count;
    }
}
