package io.footnote.desk;

import io.footnote.answer.Abstained.Reason;
import io.footnote.storage.Exchanges.Opinion;
import io.footnote.storage.LogQuery;
import io.footnote.storage.LogQuery.Cursor;
import io.footnote.storage.LogQuery.Order;
import io.footnote.storage.LogQuery.Outcome;
import io.footnote.storage.LogQuery.Period;
import io.footnote.storage.LogQuery.Traits;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The log's filters as they stand in an address, so that a view of the log can be kept and shared. Immutable. Days are
 * those of UTC; the last day is included.
 *
 * @param values what was given, by parameter, without what was empty
 */
record LogFilter(Map<String, String> values) {
    /** How many entries a page shows. */
    static final int PAGE = 50;

    /** The longest text that is searched for. */
    static final int MAX_TEXT = 200;

    private static final List<String> NAMES = List.of(
            "q",
            "from",
            "to",
            "article",
            "outcome",
            "reason",
            "below",
            "opinion",
            "flag",
            "language",
            "engine",
            "reviewed",
            "order");

    /** Those whose values are constants of the program. */
    private static final Set<String> CONSTANTS = Set.of("outcome", "reason", "opinion");

    private static final Pattern CURSOR = Pattern.compile("(-?[0-9.E-]{1,24})_([0-9]{1,19})");

    LogFilter {
        values = Map.copyOf(values);
    }

    static LogFilter of(Context context) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = context.queryParam(name);
            if (value != null && !value.isBlank()) {
                values.put(name, value.strip());
            }
        }
        return new LogFilter(values);
    }

    /** The value of a parameter for its field; empty when it is not set. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** @throws Refusal when a value is none that the field allows */
    LogQuery query(@Nullable String after) {
        String text = values.get("q");
        if (text != null && text.length() > MAX_TEXT) {
            throw Refusal.bad("Search for at most " + MAX_TEXT + " characters.");
        }
        Period period = new Period(day("from", 0), day("to", 1));
        if (period.since() != null && period.until() != null && !period.since().isBefore(period.until())) {
            throw Refusal.bad("The first day must not come after the last.");
        }
        return new LogQuery(
                period,
                new Traits(
                        values.get("article"),
                        constant("outcome", Outcome.class),
                        constant("reason", Reason.class),
                        score(),
                        values.get("language"),
                        values.get("engine"),
                        truth(),
                        constant("opinion", Opinion.class),
                        values.get("flag")),
                text,
                order(),
                after == null ? null : cursor(after),
                PAGE);
    }

    private Order order() {
        Order order = constant("order", Order.class);
        return order == null ? Order.NEWEST : order;
    }

    private @Nullable Instant day(String name, int daysLater) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() < 1970 || day.getYear() > 9999) {
                throw Refusal.bad("A day is from 1970 on.");
            }
            return day.plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.bad("A day is written like 2026-11-26, and must exist.");
        }
    }

    private <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> nameOf(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> Refusal.bad("The filter " + name + " has no such choice."));
    }

    /** How a choice is written in an address and a form. */
    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private @Nullable Double score() {
        String value = values.get("below");
        if (value == null) {
            return null;
        }
        try {
            double score = Double.parseDouble(value);
            if (score >= 0 && score <= 1) {
                return score;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Refusal.bad("A score is a number from 0 to 1, such as 0.8.");
    }

    private @Nullable Boolean truth() {
        return switch (get("reviewed")) {
            case "" -> null;
            case "yes" -> true;
            case "no" -> false;
            default -> throw Refusal.bad("The filter reviewed is yes or no.");
        };
    }

    private static Cursor cursor(String after) {
        var matcher = CURSOR.matcher(after);
        if (!matcher.matches()) {
            throw Refusal.bad("This page of the log does not exist: begin at its first page.");
        }
        try {
            return new Cursor(Double.parseDouble(matcher.group(1)), Long.parseLong(matcher.group(2)));
        } catch (NumberFormatException e) {
            throw Refusal.bad("This page of the log does not exist: begin at its first page.");
        }
    }

    /**
     * What is set, but for the words searched for, in one line: {@code answered, score below 0.5; slowest first}.
     *
     * @param titles the titles of articles by id
     */
    String inWords(Map<String, String> titles) {
        List<String> set = new ArrayList<>();
        add(set, "from", "from ");
        add(set, "to", "to ");
        if (values.containsKey("article")) {
            set.add(titles.getOrDefault(get("article"), "an article no longer kept"));
        }
        add(set, "outcome", "");
        add(set, "reason", "refused: ");
        add(set, "below", "score below ");
        add(set, "opinion", "reader: ");
        add(set, "flag", "flagged ");
        add(set, "language", "language ");
        add(set, "engine", "");
        if (values.containsKey("reviewed")) {
            set.add(get("reviewed").equals("yes") ? "reviewed" : "not reviewed");
        }
        return (set.isEmpty() ? "none" : String.join(", ", set)) + "; "
                + switch (order()) {
                    case NEWEST -> "newest first";
                    case DOUBT -> "most doubtful first";
                    case SLOWEST -> "slowest first";
                    case COST -> "most expensive first";
                };
    }

    private void add(List<String> set, String name, String before) {
        if (values.containsKey(name)) {
            String value = get(name);
            set.add(before + (CONSTANTS.contains(name) ? value.replace('_', ' ') : value));
        }
    }

    /**
     * The address of a page with these filters.
     *
     * @param next where it begins, or null for the first
     */
    String address(String path, @Nullable Cursor next) {
        Map<String, String> all = new LinkedHashMap<>();
        NAMES.stream().filter(values::containsKey).forEach(name -> all.put(name, get(name)));
        if (next != null) {
            all.put("after", next.value() + "_" + next.sequence());
        }
        return all.isEmpty()
                ? path
                : path + "?"
                        + all.entrySet().stream()
                                .map(entry -> entry.getKey() + "="
                                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }
}
