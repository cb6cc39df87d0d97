package io.footnote.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.storage.LogEntry;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of the log for other programs, as CSV (RFC 4180) and as JSON lines. */
public enum LogExport {
    /** A header, then a row an entry; what is not there is empty. */
    CSV("text/csv;charset=utf-8"),
    /** An object an entry; what is not there is null. */
    JSONL("application/jsonl;charset=utf-8");

    private static final String HEADER = "id,askedAt,question,answered,reason,engine,fallback,confidence,lowestScore,"
            + "doubt,millis,costMicrodollars,opinion,reviews";

    private final String contentType;

    LogExport(String contentType) {
        this.contentType = contentType;
    }

    /** What stands before the entries. */
    public String header() {
        return this == CSV ? HEADER + "\r\n" : "";
    }

    /** One entry with the end of its line. @param masked whether addresses and telephone numbers are hidden */
    public String line(LogEntry entry, boolean masked) {
        Map<String, @Nullable Object> values = values(entry, masked);
        if (this == CSV) {
            return values.values().stream()
                            .map(value -> cell(value == null ? "" : value.toString()))
                            .collect(Collectors.joining(","))
                    + "\r\n";
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        values.forEach(object::putPOJO);
        return object + "\n";
    }

    String contentType() {
        return contentType;
    }

    /** The end of a file's name. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the order of {@link #HEADER}. */
    private static Map<String, @Nullable Object> values(LogEntry entry, boolean masked) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", entry.id());
        values.put("askedAt", entry.askedAt().toString());
        values.put("question", masked ? Masking.masked(entry.question()) : entry.question());
        values.put("answered", entry.answered());
        values.put("reason", entry.reason() == null ? null : LogFilter.nameOf(entry.reason()));
        values.put("engine", entry.engine());
        values.put("fallback", entry.fallback());
        values.put("confidence", entry.confidence());
        values.put("lowestScore", entry.lowestScore());
        values.put("doubt", entry.doubt());
        values.put("millis", entry.took().toMillis());
        values.put("costMicrodollars", entry.cost());
        values.put("opinion", entry.opinion() == null ? null : LogFilter.nameOf(entry.opinion()));
        values.put("reviews", entry.reviews());
        return values;
    }

    /** A cell in quotation marks; what a spreadsheet would take for a formula begins with an apostrophe. */
    static String cell(String value) {
        String harmless = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
