package io.footnote.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far figures would move if the data had been drawn again: the bootstrap (Efron, 1979, <i>Bootstrap methods: another
 * look at the jackknife</i>). As many units as there are get drawn with replacement, {@value #RESAMPLES} times, and the
 * figures are computed from what was drawn; the middle 95% of them is the interval. Where two systems are compared, an
 * item holds what became of both, so that both are drawn together (Sakai, 2006, <i>Evaluating evaluation metrics based
 * on the bootstrap</i>).
 *
 * <p>Each resample has its own seed, so that the same units give the same intervals whatever the number of threads.
 * Pure.
 */
final class Bootstrap {
    /** How often the data are drawn again. */
    static final int RESAMPLES = 2_000;

    private static final long SEED = 1979;

    private Bootstrap() {}

    /**
     * The 95% interval of every figure of some items.
     *
     * @param units what is drawn: the items one by one, or those that belong together
     * @param figures computes them, by name; null for one that cannot be computed
     * @return by name, without the figures that could be computed in no resample
     */
    static <T> Map<String, Interval> intervals(
            List<List<T>> units, Function<List<T>, Map<String, @Nullable Double>> figures) {
        List<Map<String, @Nullable Double>> resampled = IntStream.range(0, RESAMPLES)
                .parallel()
                .mapToObj(number -> figures.apply(draw(units, number)))
                .toList();
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (Map<String, @Nullable Double> one : resampled) {
            one.forEach((name, value) -> {
                if (value != null) {
                    values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
                }
            });
        }
        Map<String, Interval> intervals = new HashMap<>();
        values.forEach((name, all) -> intervals.put(
                name,
                Interval.ofPercentiles(
                        all.stream().mapToDouble(Double::doubleValue).toArray())));
        return intervals;
    }

    /** Each item by itself as a unit. */
    static <T> List<List<T>> oneByOne(List<T> items) {
        return items.stream().map(List::of).toList();
    }

    private static <T> List<T> draw(List<List<T>> units, int number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        List<T> drawn = new ArrayList<>();
        for (int count = 0; count < units.size(); count++) {
            drawn.addAll(units.get(random.nextInt(units.size())));
        }
        return drawn;
    }
}
