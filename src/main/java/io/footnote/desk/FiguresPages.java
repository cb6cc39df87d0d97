package io.footnote.desk;

import io.footnote.storage.LogFigures;
import io.footnote.storage.LogFigures.Range;
import io.footnote.storage.LogFigures.Verdicts;
import io.footnote.storage.LogQuery.Period;
import io.footnote.storage.Review.Decision;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How well it does: charts, each beside the table that it shows. Safe for any number of threads. */
final class FiguresPages {
    /** The longest stretch, in days. */
    static final int MAX_DAYS = 366;

    private static final int DEFAULT_DAYS = 28;

    private final LogFigures figures;
    private final FigureCharts charts;
    private final LogChoices choices;
    private final Pages pages;
    private final InstantSource clock;

    FiguresPages(LogFigures figures, LogChoices choices, Pages pages, InstantSource clock) {
        this.figures = figures;
        this.charts = new FigureCharts(figures);
        this.choices = choices;
        this.pages = pages;
        this.clock = clock;
    }

    void register(Routes routes) {
        routes.view("/figures", Role.MODERATOR, this::show);
    }

    private void show(Context context, Moderator moderator) {
        LogFilter filter = withDays(LogFilter.of(context));
        Period period = filter.query(null).period();
        Instant since = Objects.requireNonNull(period.since());
        Instant until = Objects.requireNonNull(period.until());
        if (!since.isBefore(until) || Duration.between(since, until).toDays() > MAX_DAYS) {
            throw Refusal.bad("The first day comes before the last, at most " + MAX_DAYS + " days.");
        }
        Range range = new Range(since, until, filter.get("article").isEmpty() ? null : filter.get("article"));
        List<Verdicts> verdicts = figures.verdicts(range);
        Map<String, Object> values = new HashMap<>();
        values.put("filter", filter);
        values.put("choices", choices.now());
        values.put("charts", charts.of(range, filter));
        values.put("verdicts", verdicts);
        values.put("precision", precision(verdicts));
        pages.send(context, "figures", "Figures", moderator, values);
    }

    /** The last four weeks where no days were chosen. */
    private LogFilter withDays(LogFilter given) {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        Map<String, String> values = new HashMap<>();
        values.put("to", given.get("to").isEmpty() ? today.toString() : given.get("to"));
        LogFilter known = new LogFilter(values);
        Instant until = Objects.requireNonNull(known.query(null).period().until());
        LocalDate first = until.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(DEFAULT_DAYS);
        values.put("from", given.get("from").isEmpty() ? first.toString() : given.get("from"));
        if (!given.get("article").isEmpty()) {
            values.put("article", given.get("article"));
        }
        return new LogFilter(values);
    }

    /** The share of right ones among the answers that moderators judged. */
    static Share precision(List<Verdicts> verdicts) {
        long right = verdicts.stream()
                .filter(row -> row.decision() == Decision.RIGHT)
                .mapToLong(Verdicts::answered)
                .sum();
        return Share.of(right, verdicts.stream().mapToLong(Verdicts::answered).sum());
    }
}
