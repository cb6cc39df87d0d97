package io.footnote.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * What a benchmark found. Immutable.
 *
 * @param warm each task in a process that has done it many times; the first is what the others are compared with
 * @param cold each task as the only one of a fresh process; the first is what the others are compared with
 */
public record BenchmarkReport(List<Timing> warm, List<Timing> cold) {

    /** Makes the lists immutable. */
    public BenchmarkReport {
        warm = List.copyOf(warm);
        cold = List.copyOf(cold);
    }

    /** As JSON on one line: {@code {"warm":{TASK:{"runs","median","p5","p95","ratio"},…},"cold":{…}}}, milliseconds. */
    public String toJson() {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        fill(root.putObject("warm"), warm);
        fill(root.putObject("cold"), cold);
        try {
            return json.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("timings are always JSON", e);
        }
    }

    private static void fill(ObjectNode object, List<Timing> timings) {
        for (Timing timing : timings) {
            object.putObject(timing.key())
                    .put("runs", timing.runs())
                    .put("median", timing.median())
                    .put("p5", timing.low())
                    .put("p95", timing.high())
                    .put("ratio", timing.ratioTo(timings.getFirst()));
        }
    }

    /** As a table for people, lines ended by {@code \n}. */
    public String toTable() {
        StringBuilder text = new StringBuilder();
        section("warm", warm, text);
        section("from a fresh start", cold, text);
        return text.append("median, p5, p95: milliseconds; ratio: of the medians, to the first line of each part.\n")
                .toString();
    }

    private static void section(String title, List<Timing> timings, StringBuilder text) {
        if (timings.isEmpty()) {
            return;
        }
        text.append(String.format(
                Locale.ROOT, "%-32s %6s %9s %9s %9s %7s\n", title, "runs", "median", "p5", "p95", "ratio"));
        for (Timing timing : timings) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-30s %6d %9.2f %9.2f %9.2f %7.2f\n",
                    timing.task(),
                    timing.runs(),
                    timing.median(),
                    timing.low(),
                    timing.high(),
                    timing.ratioTo(timings.getFirst())));
        }
        text.append('\n');
    }
}
