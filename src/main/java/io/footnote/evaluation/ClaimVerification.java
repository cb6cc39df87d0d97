package io.footnote.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.grounding.Judgement;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Judges a file of claims: reads JSON lines {@code {"id","claim","evidence"}} and writes one line for each in the same
 * order, {@code {"id","score","verdict","reasons"}}. Other fields are passed over. A line is judged and written before
 * the next is read. The limits are those of {@link DataSetReader}. Safe for any number of threads if the judge is.
 */
public final class ClaimVerification {
    private final ClaimJudge judge;

    /** @param judge says whether evidence supports a claim */
    public ClaimVerification(ClaimJudge judge) {
        this.judge = judge;
    }

    /**
     * Judges every claim of a file.
     *
     * @param out where the lines go; flushed after each, not closed
     * @return how many claims were judged; at least 1
     * @throws DataSetException when the file cannot be read, is empty or has a bad line; what came before that line is
     *     written
     * @throws IOException when a line cannot be written
     */
    public int verify(Path file, Writer out) throws IOException {
        ObjectMapper json = new ObjectMapper();
        int count = 0;
        try (JsonLines lines = new JsonLines(file, JsonLines.Limits.standard())) {
            for (JsonLine line = lines.next(); line != null; line = lines.next()) {
                String id = line.text("id");
                Judgement judged = judge.judge(line.text("claim"), line.text("evidence"));
                ObjectNode object = json.createObjectNode();
                object.put("id", id).put("score", judged.score());
                object.put("verdict", judged.verdict().name().toLowerCase(Locale.ROOT));
                ArrayNode reasons = object.putArray("reasons");
                judged.reasons().forEach(reasons::add);
                out.write(json.writeValueAsString(object) + "\n");
                out.flush();
                count++;
            }
        }
        if (count == 0) {
            throw new DataSetException(
                    file + " is empty: give at least one line {\"id\",\"claim\",\"evidence\"}.", null);
        }
        return count;
    }
}
