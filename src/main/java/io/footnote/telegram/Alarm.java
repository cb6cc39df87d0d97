package io.footnote.telegram;

import io.footnote.storage.LogFigures.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Notices when something goes wrong: more refusals than usual, a chat model that does not answer, or a budget that nears
 * its end. For one thread.
 */
final class Alarm {
    /** What is looked at: the last hour, beside the day before it. */
    static final Duration LOOK_BACK = Duration.ofHours(1);

    /** What is usual. */
    static final Duration USUAL = Duration.ofDays(1);

    /** Fewer questions than these say nothing about refusals. */
    static final int LEAST_QUESTIONS = 20;

    /** Refusals are told when they are half of all and half as many again as usual. */
    static final double REFUSED = 0.5;

    private static final double MORE_THAN_USUAL = 1.5;

    /** Fewer questions than these say nothing about the model. */
    static final int LEAST_FOR_MODEL = 5;

    /** A model is down when the embedded answerer stands in for so many. */
    static final double FALLEN_BACK = 0.5;

    /** From this share on, what may be spent in a day is nearly spent. */
    static final double SPENT = 0.8;

    /** How long the same is not told again. */
    static final Duration QUIET = Duration.ofHours(6);

    private final Map<Phrase, Instant> told = new EnumMap<>(Phrase.class);

    /**
     * What to tell moderators now, each at most once in {@link #QUIET}.
     *
     * @param last the questions of the last hour
     * @param usual those of the day before it
     * @param spent how much of what may be spent today is spent, at least 0; 0 where there is no budget
     */
    List<Phrase> toTell(Instant now, Counts last, Counts usual, double spent) {
        Map<Phrase, Boolean> arisen = new EnumMap<>(Phrase.class);
        arisen.put(Phrase.ALERT_REFUSALS, manyRefused(last, usual));
        arisen.put(
                Phrase.ALERT_MODEL,
                last.questions() >= LEAST_FOR_MODEL && share(last.fallbacks(), last) >= FALLEN_BACK);
        arisen.put(Phrase.ALERT_BUDGET, spent >= SPENT);
        return arisen.entrySet().stream()
                .filter(one -> one.getValue() && isNew(one.getKey(), now))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean manyRefused(Counts last, Counts usual) {
        if (last.questions() < LEAST_QUESTIONS) {
            return false;
        }
        double refused = share(last.refused(), last);
        return refused >= REFUSED
                && (usual.questions() < LEAST_QUESTIONS || refused >= MORE_THAN_USUAL * share(usual.refused(), usual));
    }

    private static double share(long hits, Counts of) {
        return (double) hits / of.questions();
    }

    private boolean isNew(Phrase phrase, Instant now) {
        Instant before = told.get(phrase);
        if (before != null && before.plus(QUIET).isAfter(now)) {
            return false;
        }
        told.put(phrase, now);
        return true;
    }
}
