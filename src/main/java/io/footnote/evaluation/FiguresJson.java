package io.footnote.evaluation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
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

/** Writes figures as JSON. */
final class FiguresJson {
    private static final int DECIMALS = 4;

    private final ObjectMapper json;

    FiguresJson() {
        SimpleModule rounding = new SimpleModule();
        rounding.addSerializer(Double.class, new Rounded());
        rounding.addSerializer(double.class, new Rounded());
        this.json = JsonMapper.builder().addModule(rounding).build();
    }

    String write(EvaluationReport report) {
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
        try {
            return json.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are always JSON", e);
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
