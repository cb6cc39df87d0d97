package io.footnote.evaluation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes figures as JSON. */
final class FiguresJson {
    private static final int DECIMALS = 4;
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private final ObjectMapper json;

    FiguresJson() {
        SimpleModule rounding = new SimpleModule();
        rounding.addSerializer(Double.class, new Rounded());
        rounding.addSerializer(double.class, new Rounded());
        this.json = JsonMapper.builder().addModule(rounding).build();
    }

    String write(EvaluationReport report) {
        return write(tree(report));
    }

    /** The figures with, for each data set, their intervals and what the baselines came to. */
    String write(Scorecard scorecard) {
        ObjectNode root = tree(scorecard.report());
        for (int index = 0; index < scorecard.entries().size(); index++) {
            Scorecard.Entry entry = scorecard.entries().get(index);
            ObjectNode one = (ObjectNode) root.path("datasets").path(index);
            intervals(one.putObject("intervals"), entry.intervals());
            if (entry.questions() != null) {
                ObjectNode baselines = one.putObject("baselines");
                for (RankedSystem system : entry.questions().systems()) {
                    if (system.lead() != null) {
                        baseline(baselines.putObject(system.key()), system);
                    }
                }
            }
        }
        return write(root);
    }

    private void baseline(ObjectNode object, RankedSystem system) {
        system.figures().forEach((name, value) -> object.set(name, json.valueToTree(value)));
        intervals(object.putObject("intervals"), system.intervals());
        ObjectNode leads = object.putObject("lead");
        requireNonNull(system.lead()).forEach((name, lead) -> leads.set(name, json.valueToTree(lead)));
    }

    private void intervals(ObjectNode object, Map<String, Interval> intervals) {
        new TreeMap<>(intervals).forEach((name, interval) -> object.set(name, json.valueToTree(interval)));
    }

    private String write(ObjectNode root) {
        try {
            return json.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are always JSON", e);
        }
    }

    private ObjectNode tree(EvaluationReport report) {
        ObjectNode root = json.createObjectNode();
        ArrayNode dataSets = root.putArray("datasets");
        for (Outcomes outcomes : report.dataSets()) {
            Figures figures = outcomes.figures();
            ObjectNode one = dataSets.addObject();
            one.put("dataset", outcomes.dataSet()).put("kind", figures.kind());
            one.setAll(fieldsOf(figures));
        }
        ObjectNode overall = root.putObject("overall");
        report.overall().forEach(figures -> overall.setAll(fieldsOf(figures)));
        return root;
    }

    /**
     * The shares and times of some figures by their names in JSON, those of an inner object as {@code inner.name}; counts
     * are left out. Not rounded; null for what could not be measured.
     */
    static Map<String, @Nullable Double> metricsOf(Figures figures) {
        Map<String, @Nullable Double> metrics = new LinkedHashMap<>();
        collect("", PLAIN.valueToTree(figures), metrics);
        return metrics;
    }

    private static void collect(String prefix, JsonNode object, Map<String, @Nullable Double> metrics) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            String name = prefix + field.getKey();
            if (value.isObject()) {
                collect(name + ".", value, metrics);
            } else if (value.isNull()) {
                metrics.put(name, null);
            } else if (value.isFloatingPointNumber()) {
                metrics.put(name, value.doubleValue());
            }
        }
    }

    private ObjectNode fieldsOf(Figures figures) {
        return json.valueToTree(figures);
    }

    private static final class Rounded extends StdScalarSerializer<Double> {
        private static final long serialVersionUID = 1L;

        Rounded() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeNumber(BigDecimal.valueOf(value)
                    .setScale(DECIMALS, RoundingMode.HALF_UP)
                    .doubleValue());
        }
    }
}
