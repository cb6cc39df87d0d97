package io.footnote.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.language.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was predicted for every question, a JSON object a line in the order of the data, so that anybody can
 * compute the figures again: {@code {"id","answered","confidence","short","ranked":[{"article","start","end","score"}],
 * "cited":[{"article","start","end"}]}}. {@code short} is the words singled out or null; offsets count in the article's
 * text in UTF-16 units; numbers are not rounded. For one thread.
 */
public final class PredictionsWriter implements EvaluationListener {
    private final Writer out;
    private final ObjectMapper json = new ObjectMapper();

    /** @param out where the lines go; whoever opened it closes it */
    public PredictionsWriter(Writer out) {
        this.out = out;
    }

    /**
     * Writes one line.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    @Override
    public void answered(QuestionOutcome outcome) {
        ObjectNode line = json.createObjectNode();
        line.put("id", outcome.gold().id());
        line.put("answered", outcome.answered());
        line.put("confidence", outcome.confidence());
        line.put("short", outcome.brief());
        ArrayNode ranked = line.putArray("ranked");
        for (QuestionOutcome.Ranked sentence : outcome.ranked()) {
            place(ranked.addObject(), sentence.article(), sentence.place()).put("score", sentence.score());
        }
        ArrayNode cited = line.putArray("cited");
        for (QuestionOutcome.Cited sentence : outcome.cited()) {
            place(cited.addObject(), sentence.article(), sentence.place());
        }
        try {
            out.write(json.writeValueAsString(line) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("predictions cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private static ObjectNode place(ObjectNode object, @Nullable String article, Span place) {
        return object.put("article", article).put("start", place.start()).put("end", place.end());
    }
}
