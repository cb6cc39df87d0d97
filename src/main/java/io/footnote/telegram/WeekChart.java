package io.footnote.telegram;

import io.footnote.storage.LogFigures.Day;
import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The last seven days of the answer log as a picture: above the questions by how they ended, below the readers' thumbs. */
final class WeekChart {
    /** How many days it shows, today included. Days are those of UTC. */
    static final int DAYS = 7;

    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("d.M.", Locale.ROOT);
    private static final Color GOOD = new Color(0x2f7d32);
    private static final Color BAD = new Color(0xc4572a);

    private final Texts texts;

    WeekChart(Texts texts) {
        this.texts = texts;
    }

    /** The picture as PNG. @param days those with a question; others are without */
    byte[] png(List<Day> days, LocalDate today) {
        return ChartPicture.png(
                chart(Phrase.CHART_WEEK, today)
                        .with(texts.say(Phrase.CHART_ANSWERED), counts(days, today, Day::answered))
                        .with(texts.say(Phrase.CHART_REFUSED), counts(days, today, Day::refused))
                        .drawn(),
                chart(Phrase.CHART_THUMBS, today)
                        .with("+", counts(days, today, Day::good))
                        .with("\u2013", counts(days, today, Day::bad))
                        .drawn());
    }

    private static List<LocalDate> week(LocalDate today) {
        return LongStream.range(1 - DAYS, 1).mapToObj(today::plusDays).toList();
    }

    /** How many on each day of the week. */
    static List<Long> counts(List<Day> days, LocalDate today, ToLongFunction<Day> count) {
        Map<LocalDate, Day> byDay = days.stream().collect(Collectors.toMap(Day::day, Function.identity()));
        return week(today).stream()
                .map(day -> byDay.containsKey(day) ? count.applyAsLong(byDay.get(day)) : 0L)
                .toList();
    }

    private Bars chart(Phrase title, LocalDate today) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(ChartPicture.WIDTH)
                .height(ChartPicture.HEIGHT)
                .title(texts.say(title))
                .build();
        chart.getStyler().setStacked(true).setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setDecimalPattern("0");
        chart.getStyler().setSeriesColors(new Color[] {GOOD, BAD});
        return new Bars(chart, week(today).stream().map(LABEL::format).toList());
    }

    private record Bars(CategoryChart chart, List<String> labels) {
        Bars with(String name, List<Long> counts) {
            chart.addSeries(name, labels, counts);
            return this;
        }

        CategoryChart drawn() {
            return chart;
        }
    }
}
