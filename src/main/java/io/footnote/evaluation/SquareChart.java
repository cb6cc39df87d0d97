package io.footnote.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws shares against shares, both axes from 0 to 1. For one drawing, by one thread. */
final class SquareChart {
    private static final int SIDE = 300;
    private static final int LEFT = 48;
    private static final int TOP = 10;
    private static final int LARGEST_DOT = 13;
    private static final int SMALLEST_DOT = 3;

    private final Html html;

    private SquareChart(Html html) {
        this.html = html;
    }

    /** The share of answerable questions against the probability given; the size of a dot is the number of questions. */
    static void reliability(Html html, List<CalibrationError.Bin> bins, String description) {
        SquareChart chart = new SquareChart(html);
        chart.open(description, "probability given", "share answerable");
        int most = bins.stream().mapToInt(CalibrationError.Bin::count).max().orElse(1);
        for (CalibrationError.Bin bin : bins) {
            if (bin.count() > 0) {
                double radius = Math.max(SMALLEST_DOT, LARGEST_DOT * Math.sqrt((double) bin.count() / most));
                html.open(
                        "circle",
                        "class",
                        "dot",
                        "cx",
                        x(bin.meanProbability()),
                        "cy",
                        y(bin.shareOfPositives()),
                        "r",
                        Numbers.coordinate(radius));
                html.element(
                        "title",
                        String.format(
                                Locale.ROOT,
                                "%d questions, mean probability %.2f, %.2f answerable",
                                bin.count(),
                                bin.meanProbability(),
                                bin.shareOfPositives()));
                html.close();
            }
        }
        html.close();
    }

    /** Two curves of {@link RocCurve}. */
    static void roc(Html html, List<RocCurve.Point> ours, List<RocCurve.Point> theirs, String description) {
        SquareChart chart = new SquareChart(html);
        chart.open(description, "unanswerable questions let through", "answerable questions let through");
        chart.curve(theirs, "curve theirs");
        chart.curve(ours, "curve ours");
        html.close();
    }

    private void open(String description, String across, String up) {
        html.open("svg", "viewBox", "0 0 360 360", "role", "img", "aria-label", description);
        for (int tick = 0; tick <= 4; tick++) {
            double value = tick / 4.0;
            String label = String.format(Locale.ROOT, "%.2f", value);
            html.empty("line", "class", "grid", "x1", x(value), "x2", x(value), "y1", y(0), "y2", y(1));
            html.empty("line", "class", "grid", "x1", x(0), "x2", x(1), "y1", y(value), "y2", y(value));
            html.element("text", label, "class", "tick", "x", x(value), "y", "" + (TOP + SIDE + 18));
            html.element("text", label, "class", "name", "x", "" + (LEFT - 7), "y", y(value - .013));
        }
        html.empty("line", "class", "diagonal", "x1", x(0), "y1", y(0), "x2", x(1), "y2", y(1));
        html.element("text", across, "class", "tick", "x", x(.5), "y", "" + (TOP + SIDE + 38));
        html.element(
                "text",
                up,
                "class",
                "tick",
                "transform",
                "translate(11 " + y(.5) + ") rotate(-90)",
                "x",
                "0",
                "y",
                "0");
    }

    private void curve(List<RocCurve.Point> points, String style) {
        html.empty(
                "polyline",
                "class",
                style,
                "points",
                points.stream()
                        .map(point -> x(point.falsePositives()) + "," + y(point.truePositives()))
                        .collect(Collectors.joining(" ")));
    }

    private static String x(double share) {
        return Numbers.coordinate(LEFT + share * SIDE);
    }

    private static String y(double share) {
        return Numbers.coordinate(TOP + (1 - share) * SIDE);
    }
}
