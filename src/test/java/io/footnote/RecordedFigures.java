package io.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.evaluation.QuestionFigures;
import io.footnote.evaluation.QuestionOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a question set measures, as it is written down beside the set: counts, the area
 * under the curve of the confidence, and the ids of the questions that fail, by how they fail.
 *
 * @param json the figures in the order in which they are written
 */
record RecordedFigures(ObjectNode json) {
    /** Probabilities differ a little between processors, and with them the area under their curve. */
    private static final double AREA_TOLERANCE = .01;

    /** So one question may fall on the other side of the threshold. */
    private static final int ONE_QUESTION = 1;

    private static final String AREA = "auc";
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static RecordedFigures of(List<QuestionOutcome> outcomes) {
        QuestionFigures figures = QuestionFigures.of(outcomes);
        List<QuestionOutcome.Cited> cited =
                outcomes.stream().flatMap(outcome -> outcome.cited().stream()).toList();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("answerable", figures.answerable());
        json.put("hit@1", count(outcomes, outcome -> outcome.firstRightRank() == 1));
        json.put("hit@3", count(outcomes, outcome -> outcome.firstRightRank() >= 1 && outcome.firstRightRank() <= 3));
        json.put("answered", figures.answeredCount());
        json.put("answered_rightly", count(outcomes, QuestionOutcome::citesRight));
        json.put("cited", cited.size());
        json.put("cited_rightly", (int)
                cited.stream().filter(QuestionOutcome.Cited::right).count());
        json.put("unanswerable", figures.unanswerable());
        json.put("refused", figures.refusedCount());
        json.put(AREA, rounded(Objects.requireNonNull(figures.abstention().auc())));
        json.set(
                "not_ranked_first",
                ids(outcomes, outcome -> outcome.gold().answerable() && outcome.firstRightRank() != 1));
        json.set("refused_wrongly", ids(outcomes, outcome -> outcome.gold().answerable() && !outcome.answered()));
        json.set(
                "answered_with_another_sentence",
                ids(outcomes, outcome -> outcome.gold().answerable() && outcome.answered() && !outcome.citesRight()));
        json.set(
                "answered_though_unanswerable",
                ids(outcomes, outcome -> !outcome.gold().answerable() && outcome.answered()));
        return new RecordedFigures(json);
    }

    /**
     * Fails where these figures are not those in the file, or writes them there when the system property
     * {@code record} is true.
     *
     * @param test the class that measures, for the message
     */
    void holdOrRecord(Path file, String test) throws IOException {
        if (Boolean.getBoolean("record")) {
            Files.writeString(file, MAPPER.writeValueAsString(json) + "\n");
        }
        ObjectNode recorded = (ObjectNode) MAPPER.readTree(Files.readString(file));
        assertThat(differencesFrom(new RecordedFigures(recorded)))
                .as(
                        "The answers are not those that %s was recorded from. Where that is intended, record the new"
                                + " figures with `mvn -q test -Dtest=%s -Drecord=true`, look at what changed in them,"
                                + " and commit them with the change that caused it",
                        file, test)
                .isEmpty();
    }

    /** What differs from what was recorded, a line each; none where nothing does. */
    private List<String> differencesFrom(RecordedFigures recorded) {
        List<String> differences = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>();
        recorded.json.fieldNames().forEachRemaining(fields::add);
        json.fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            JsonNode before = recorded.json.path(field);
            JsonNode now = json.path(field);
            boolean same = isSame(field, before, now);
            if (!same) {
                differences.add(
                        before.isArray() && now.isArray()
                                ? field + ": new " + without(now, before) + ", gone " + without(before, now)
                                : field + ": " + now + ", recorded " + before);
            }
        }
        return differences;
    }

    private static boolean isSame(String field, JsonNode before, JsonNode now) {
        if (before.isArray() && now.isArray()) {
            return without(now, before).size() <= ONE_QUESTION
                    && without(before, now).size() <= ONE_QUESTION;
        }
        if (!before.isNumber() || !now.isNumber()) {
            return before.equals(now);
        }
        double tolerance = field.equals(AREA) ? AREA_TOLERANCE : ONE_QUESTION;
        return Math.abs(before.asDouble() - now.asDouble()) <= tolerance;
    }

    private static List<String> without(JsonNode ids, JsonNode others) {
        List<String> rest = new ArrayList<>();
        ids.forEach(id -> rest.add(id.asText()));
        others.forEach(id -> rest.remove(id.asText()));
        return rest;
    }

    private static int count(List<QuestionOutcome> outcomes, Predicate<QuestionOutcome> predicate) {
        return (int) outcomes.stream().filter(predicate).count();
    }

    private static ArrayNode ids(List<QuestionOutcome> outcomes, Predicate<QuestionOutcome> predicate) {
        ArrayNode ids = MAPPER.createArrayNode();
        outcomes.stream()
                .filter(predicate)
                .forEach(outcome -> ids.add(outcome.gold().id()));
        return ids;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
