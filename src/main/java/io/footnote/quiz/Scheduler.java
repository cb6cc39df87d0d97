package io.footnote.quiz;

import io.footnote.quiz.Schedule.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says when a fact is to be asked again: FSRS-6 with its published default weights, learning steps of one and ten
 * minutes, one relearning step of ten minutes, and no chance in the intervals. Immutable, safe for any number of threads.
 *
 * <p>A fact is learned in steps minutes apart: again goes back to the first, good on to the next, hard stays; the last
 * good, or an easy at any time, makes it known, and from then on it is asked when the chance to remember falls to nine in
 * ten. A known fact that is forgotten goes through the relearning step.
 */
public final class Scheduler {
    private static final List<Duration> LEARNING_STEPS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10));
    private static final List<Duration> RELEARNING_STEPS = List.of(Duration.ofMinutes(10));

    private final ForgettingCurve curve;

    /** With the published weights. */
    public Scheduler() {
        this(ForgettingCurve.PUBLISHED_WEIGHTS);
    }

    Scheduler(List<Double> weights) {
        this.curve = new ForgettingCurve(weights);
    }

    /**
     * The schedule after one more review.
     *
     * @param before what was known before, or null where the fact was never asked
     * @param rating how well it was remembered
     * @param now when; a clock that went back counts as no time passed
     */
    public Schedule review(@Nullable Schedule before, Rating rating, Instant now) {
        if (before == null) {
            double stability = curve.initialStability(rating);
            return place(Phase.LEARNING, 0, stability, curve.initialDifficulty(rating), rating, now);
        }
        long days = Math.max(0, Duration.between(before.reviewedAt(), now).toDays());
        double stability = days < 1
                ? curve.stabilityOnTheSameDay(before.stability(), rating)
                : curve.nextStability(
                        before.difficulty(),
                        before.stability(),
                        curve.retrievability(days, before.stability()),
                        rating);
        double difficulty = curve.nextDifficulty(before.difficulty(), rating);
        return place(before.phase(), before.step(), stability, difficulty, rating, now);
    }

    /** The chance, from 0 to 1, that a fact is still remembered. */
    public double retrievability(Schedule schedule, Instant now) {
        long days = Math.max(0, Duration.between(schedule.reviewedAt(), now).toDays());
        return curve.retrievability(days, schedule.stability());
    }

    private Schedule place(Phase phase, int step, double stability, double difficulty, Rating rating, Instant now) {
        if (phase == Phase.REVIEW) {
            return rating == Rating.AGAIN
                    ? in(Phase.RELEARNING, 0, RELEARNING_STEPS.getFirst(), stability, difficulty, now)
                    : known(stability, difficulty, now);
        }
        List<Duration> steps = phase == Phase.LEARNING ? LEARNING_STEPS : RELEARNING_STEPS;
        return switch (rating) {
            case AGAIN -> in(phase, 0, steps.getFirst(), stability, difficulty, now);
            case HARD -> in(phase, step, pauseWhenHard(steps, step), stability, difficulty, now);
            case GOOD ->
                step + 1 < steps.size()
                        ? in(phase, step + 1, steps.get(step + 1), stability, difficulty, now)
                        : known(stability, difficulty, now);
            case EASY -> known(stability, difficulty, now);
        };
    }

    /** On the first step half way to the next one, or half as long again where there is none; later the step itself. */
    private static Duration pauseWhenHard(List<Duration> steps, int step) {
        if (step > 0) {
            return steps.get(Math.min(step, steps.size() - 1));
        }
        Duration first = steps.getFirst();
        return steps.size() == 1
                ? first.multipliedBy(3).dividedBy(2)
                : first.plus(steps.get(1)).dividedBy(2);
    }

    private Schedule known(double stability, double difficulty, Instant now) {
        return in(Phase.REVIEW, 0, Duration.ofDays(curve.intervalDays(stability)), stability, difficulty, now);
    }

    private static Schedule in(
            Phase phase, int step, Duration pause, double stability, double difficulty, Instant now) {
        return new Schedule(phase, step, stability, difficulty, now, now.plus(pause));
    }
}
