package io.footnote.desk;

import io.footnote.storage.LogFigures;
import io.footnote.storage.LogFigures.Count;
import io.footnote.storage.LogFigures.Day;
import io.footnote.storage.LogFigures.JudgedDay;
import io.footnote.storage.LogFigures.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes the charts of a stretch of the log, every row with a link to its entries. Safe for any number of threads. */
final class FigureCharts {
    private final LogFigures figures;

    FigureCharts(LogFigures figures) {
        this.figures = figures;
    }

    /**
     * Every chart.
     *
     * @param filter the days and the article, as the log filters by them
     */
    List<Chart> of(Range range, LogFilter filter) {
        List<Day> days = figures.days(range);
        Map<String, String> within = new LinkedHashMap<>();
        for (String name : List.of("from", "to", "article")) {
            if (!filter.get(name).isEmpty()) {
                within.put(name, filter.get(name));
            }
        }
        return List.of(
                daily(
                        "questions",
                        "Questions a day",
                        Chart.Kind.STACKED,
                        within,
                        days,
                        Map.of(),
                        columns("Answered", day -> "" + day.answered(), "Refused", day -> "" + day.refused())),
                daily(
                        "shares",
                        "Shares of a day, %",
                        Chart.Kind.LINES,
                        within,
                        days,
                        Map.of(),
                        columns(
                                "Answered", day -> percent(day.answered(), day.questions()),
                                "Refused", day -> percent(day.refused(), day.questions()),
                                "Fallen back", day -> percent(day.fallbacks(), day.questions()))),
                scores(within, figures.scores(range)),
                daily(
                        "thumbs",
                        "What readers said",
                        Chart.Kind.BARS,
                        within,
                        days,
                        Map.of(),
                        columns("Good", day -> "" + day.good(), "Not good", day -> "" + day.bad())),
                precision(within, figures.judgedDays(range)),
                daily(
                        "millis",
                        "Time to an answer, ms",
                        Chart.Kind.LINES,
                        within,
                        days,
                        Map.of("order", "slowest"),
                        columns(
                                "Median",
                                day -> "" + day.medianMillis(),
                                "95th percentile",
                                day -> "" + day.p95Millis())),
                daily(
                        "cost",
                        "Cost of model calls, US dollars",
                        Chart.Kind.BARS,
                        within,
                        days,
                        Map.of("order", "cost"),
                        columns("Cost", day -> EntryView.dollars(day.cost()))),
                busiest("articles", "Articles most asked about", within, figures.articles(range), "article", Count::id),
                busiest(
                        "busiest",
                        "Questions asked most",
                        within,
                        figures.questions(range),
                        "q",
                        count -> "\"" + Masking.masked(count.name()).replace('"', ' ') + "\""));
    }

    private static Map<String, Function<Day, String>> columns(String name, Function<Day, String> value) {
        return Map.of(name, value);
    }

    private static Map<String, Function<Day, String>> columns(
            String name, Function<Day, String> value, String other, Function<Day, String> otherValue) {
        Map<String, Function<Day, String>> columns = new LinkedHashMap<>();
        columns.put(name, value);
        columns.put(other, otherValue);
        return columns;
    }

    private static Map<String, Function<Day, String>> columns(
            String name,
            Function<Day, String> value,
            String other,
            Function<Day, String> otherValue,
            String third,
            Function<Day, String> thirdValue) {
        Map<String, Function<Day, String>> columns = columns(name, value, other, otherValue);
        columns.put(third, thirdValue);
        return columns;
    }

    private static Chart daily(
            String id,
            String title,
            Chart.Kind kind,
            Map<String, String> within,
            List<Day> days,
            Map<String, String> more,
            Map<String, Function<Day, String>> columns) {
        return new Chart(
                id,
                title,
                kind,
                List.copyOf(columns.keySet()),
                days.stream()
                        .map(day -> new Chart.Row(
                                day.day().toString(),
                                link(onDay(within, day.day()), more),
                                columns.values().stream()
                                        .map(column -> column.apply(day))
                                        .toList()))
                        .toList());
    }

    private static Chart scores(Map<String, String> within, List<Long> bins) {
        return new Chart(
                "scores",
                "Scores of the weakest statements",
                Chart.Kind.BARS,
                List.of("Answers"),
                IntStream.range(0, bins.size())
                        .mapToObj(bin -> new Chart.Row(
                                String.format(Locale.ROOT, ".%d to %s", bin, bin == 9 ? "1" : "." + (bin + 1)),
                                link(within, Map.of("outcome", "answered", "below", bin == 9 ? "1" : "0." + (bin + 1))),
                                List.of("" + bins.get(bin))))
                        .toList());
    }

    private static Chart precision(Map<String, String> within, List<JudgedDay> days) {
        List<Chart.Row> rows = new ArrayList<>();
        for (JudgedDay day : days) {
            Share share = Share.of(day.right(), day.judged());
            rows.add(new Chart.Row(
                    day.day().toString(),
                    link(onDay(within, day.day()), Map.of("reviewed", "yes", "outcome", "answered")),
                    List.of(percent(day.right(), day.judged()), percent(share.low()), percent(share.high()))));
        }
        return new Chart(
                "precision",
                "Right among the answers judged, %, with 95 % intervals",
                Chart.Kind.LINES,
                List.of("Right", "From", "To"),
                rows);
    }

    private static Chart busiest(
            String id,
            String title,
            Map<String, String> within,
            List<Count> counts,
            String filter,
            Function<Count, String> value) {
        return new Chart(
                id,
                title,
                Chart.Kind.ACROSS,
                List.of("Questions"),
                counts.stream()
                        .map(count -> new Chart.Row(
                                Masking.masked(count.name()),
                                link(within, Map.of(filter, value.apply(count))),
                                List.of("" + count.count())))
                        .toList());
    }

    private static Map<String, String> onDay(Map<String, String> within, LocalDate day) {
        Map<String, String> one = new LinkedHashMap<>(within);
        one.put("from", day.toString());
        one.put("to", day.toString());
        return one;
    }

    private static String link(Map<String, String> within, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(within);
        all.putAll(more);
        return new LogFilter(all).address("/", null);
    }

    private static String percent(long hits, long of) {
        return of == 0 ? Chart.NONE : percent((double) hits / of);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
