package io.footnote.evaluation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/**
 * How long a library takes to take articles in. Immutable.
 *
 * @param articles how many were added
 * @param sentences how many sentences they have
 * @param encoding what the encoder alone takes for these sentences
 * @param adding what it took to add the articles, from the files to the committed index
 * @param again what it took to add the same files once more
 */
public record IngestFigures(int articles, int sentences, Cost encoding, Cost adding, Cost again) {

    /**
     * Time spent.
     *
     * @param seconds by the clock
     * @param processorSeconds by all processors of the machine together, for this process alone
     */
    public record Cost(double seconds, double processorSeconds) {
        /** Nothing yet. */
        public static final Cost NONE = new Cost(0, 0);

        private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();

        /** What some work costs. */
        public static Cost of(Runnable work) {
            long started = System.nanoTime();
            long busy = processorNanos();
            work.run();
            return new Cost((System.nanoTime() - started) / 1e9, (processorNanos() - busy) / 1e9);
        }

        private static long processorNanos() {
            return SYSTEM instanceof com.sun.management.OperatingSystemMXBean system ? system.getProcessCpuTime() : 0;
        }

        /** Both together. */
        public Cost plus(Cost other) {
            return new Cost(seconds + other.seconds, processorSeconds + other.processorSeconds);
        }
    }

    /** The time of adding as a multiple of the encoder's own. */
    public double ratio() {
        return adding.seconds() / encoding.seconds();
    }

    /** The time of adding once more as a share of the first time. */
    public double againShare() {
        return again.seconds() / adding.seconds();
    }

    /** As JSON on one line, seconds. */
    public String toJson() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("articles", articles).put("sentences", sentences);
        fill(object.putObject("encoding"), encoding);
        fill(object.putObject("adding"), adding);
        fill(object.putObject("again"), again);
        return object.put("ratio", ratio()).put("again_share", againShare()).toString();
    }

    private static void fill(ObjectNode object, Cost cost) {
        object.put("seconds", cost.seconds()).put("processor_seconds", cost.processorSeconds());
    }

    /** For people, lines ended by {@code \n}. */
    public String toText() {
        return String.format(
                Locale.ROOT,
                "%,d articles, %,d sentences             seconds  of processors\n%s%s%s",
                articles,
                sentences,
                line("the encoder alone", encoding, ""),
                line(
                        "added, from file to index",
                        adding,
                        String.format(Locale.ROOT, "  %.2f times the encoder", ratio())),
                line(
                        "added once more, nothing new",
                        again,
                        String.format(Locale.ROOT, "  %.1f%% of the first time", 100 * againShare())));
    }

    private static String line(String what, Cost cost, String beside) {
        return String.format(
                Locale.ROOT, "  %-34s %9.1f %14.1f%s\n", what, cost.seconds(), cost.processorSeconds(), beside);
    }
}
