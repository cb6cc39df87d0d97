package io.footnote.telegram;

import io.footnote.storage.Learners.Answered;
import io.footnote.storage.Learners.Learned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** What a reader has learned, as a picture: above the facts by article, below the share of right answers by day. */
final class ProgressChart {
    /** How many articles are shown, those answered last. */
    static final int MOST_ARTICLES = 6;

    private final Texts texts;
    private final Function<String, String> names;

    /** @param names a short name for an article's id */
    ProgressChart(Texts texts, Function<String, String> names) {
        this.texts = texts;
        this.names = names;
    }

    /** The picture as PNG. @param answered at least one answer, in order of time */
    byte[] png(List<Learned> learned, List<Answered> answered, Instant now) {
        List<String> articles = articles(answered);
        return ChartPicture.png(facts(learned, articles, now), accuracy(answered, articles));
    }

    private static List<String> articles(List<Answered> answered) {
        return answered.reversed().stream()
                .map(Answered::articleId)
                .distinct()
                .limit(MOST_ARTICLES)
                .toList();
    }

    private CategoryChart facts(List<Learned> learned, List<String> articles, Instant now) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(ChartPicture.WIDTH)
                .height(ChartPicture.HEIGHT)
                .title(texts.say(Phrase.CHART_FACTS))
                .build();
        chart.getStyler().setStacked(true).setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setDecimalPattern("0");
        List<String> labels = labels(articles);
        add(
                chart,
                labels,
                Phrase.CHART_DUE,
                counts(learned, articles, one -> one.schedule().isDue(now)));
        add(
                chart,
                labels,
                Phrase.CHART_LEARNING,
                counts(
                        learned,
                        articles,
                        one -> !one.schedule().isDue(now) && !one.schedule().learned()));
        add(
                chart,
                labels,
                Phrase.CHART_LEARNED,
                counts(
                        learned,
                        articles,
                        one -> !one.schedule().isDue(now) && one.schedule().learned()));
        return chart;
    }

    private void add(CategoryChart chart, List<String> labels, Phrase name, List<Integer> counts) {
        chart.addSeries(texts.say(name), labels, counts);
    }

    /** Labels that tell the articles apart even where their names are the same. */
    private List<String> labels(List<String> articles) {
        List<String> labels = new ArrayList<>();
        for (String article : articles) {
            String name = names.apply(article);
            labels.add(labels.contains(name) ? name + " (" + (labels.size() + 1) + ")" : name);
        }
        return labels;
    }

    private static List<Integer> counts(List<Learned> learned, List<String> articles, Predicate<Learned> wanted) {
        return articles.stream()
                .map(article -> (int) learned.stream()
                        .filter(one -> one.articleId().equals(article))
                        .filter(wanted)
                        .count())
                .toList();
    }

    private XYChart accuracy(List<Answered> answered, List<String> articles) {
        XYChart chart = new XYChartBuilder()
                .width(ChartPicture.WIDTH)
                .height(ChartPicture.HEIGHT)
                .title(texts.say(Phrase.CHART_ACCURACY))
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        chart.getStyler().setDatePattern("d.M.").setDecimalPattern("0");
        List<String> labels = labels(articles);
        for (int index = 0; index < articles.size(); index++) {
            String article = articles.get(index);
            Map<Date, Double> days = days(answered.stream()
                    .filter(one -> one.articleId().equals(article))
                    .toList());
            chart.addSeries(labels.get(index), new ArrayList<>(days.keySet()), new ArrayList<>(days.values()));
        }
        return chart;
    }

    /** The percentage of right answers by day. */
    private static Map<Date, Double> days(List<Answered> answered) {
        Map<LocalDate, int[]> counted = new TreeMap<>();
        for (Answered one : answered) {
            int[] sums = counted.computeIfAbsent(LocalDate.ofInstant(one.at(), ZoneOffset.UTC), day -> new int[2]);
            sums[0] += one.right() ? 1 : 0;
            sums[1]++;
        }
        Map<Date, Double> days = new LinkedHashMap<>();
        counted.forEach((day, sums) ->
                days.put(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()), 100.0 * sums[0] / sums[1]));
        return days;
    }
}
