package io.footnote.evaluation;

import java.util.List;

/** Draws one figure of several systems: a dot for the figure and a line for its interval, a row a system. Pure. */
final class IntervalChart {
    private static final int WIDTH = 440;
    private static final int ROW = 26;
    private static final int LEFT = 158;
    private static final int RIGHT = 385;
    private static final int TOP = 10;
    private static final double STEP = .1;

    private IntervalChart() {}

    /**
     * Draws it.
     *
     * @param metric the figure's name in JSON
     * @param description what the drawing shows, for those who cannot see it
     */
    static void draw(Html html, List<RankedSystem> systems, String metric, String description) {
        double floor = floor(systems, metric);
        int bottom = TOP + ROW * systems.size();
        html.open("svg", "viewBox", "0 0 " + WIDTH + " " + (bottom + 28), "role", "img", "aria-label", description);
        for (int tick = 0; floor + tick * STEP < 1 + STEP / 2; tick++) {
            double value = floor + tick * STEP;
            String x = x(value, floor);
            html.empty("line", "class", "grid", "x1", x, "x2", x, "y1", "" + TOP, "y2", "" + bottom);
            html.element("text", Numbers.coordinate(value), "class", "tick", "x", x, "y", "" + (bottom + 18));
        }
        for (int row = 0; row < systems.size(); row++) {
            row(html, systems.get(row), metric, floor, TOP + ROW * row + ROW / 2);
        }
        html.close();
    }

    private static void row(Html html, RankedSystem system, String metric, double floor, int y) {
        Double value = system.figures().get(metric);
        Interval interval = system.intervals().get(metric);
        if (value == null || interval == null) {
            return;
        }
        String at = "" + y;
        html.open("g", "class", system.lead() == null ? "ours" : "theirs");
        html.element("text", system.label(), "class", "name", "x", "" + (LEFT - 12), "y", "" + (y + 4));
        html.empty("line", "x1", x(interval.low(), floor), "x2", x(interval.high(), floor), "y1", at, "y2", at);
        html.empty("circle", "cx", x(value, floor), "cy", at, "r", "5");
        html.element("text", Numbers.share(value), "class", "value", "x", "" + WIDTH, "y", "" + (y + 4));
        html.close();
    }

    /** The tenth below the least of the intervals. */
    private static double floor(List<RankedSystem> systems, String metric) {
        double least = systems.stream()
                .map(system -> system.intervals().get(metric))
                .filter(interval -> interval != null)
                .mapToDouble(Interval::low)
                .min()
                .orElse(0);
        return Math.min(.9, Math.floor(least / STEP) * STEP);
    }

    private static String x(double value, double floor) {
        return Numbers.coordinate(LEFT + (value - floor) / (1 - floor) * (RIGHT - LEFT));
    }
}
