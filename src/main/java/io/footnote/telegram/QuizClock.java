package io.footnote.telegram;

import io.footnote.storage.Learners;
import io.footnote.storage.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the time brings: the next question of a group's round, reminders, and preparing items while nothing else is
 * to do. {@link #run} is for one thread, {@link #stop} for any.
 */
final class QuizClock implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(QuizClock.class);

    /** How long nothing is prepared once all is, unless articles come: corrected items are looked at anew. */
    private static final Duration PREPARE_AGAIN = Duration.ofMinutes(1);

    private final long bot;
    private final Quizzes quizzes;
    private final DueFacts due;
    private final Learners learners;
    private final ItemPool pool;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Bell filled;
    private final Bell stopped = new Bell();
    private List<String> preparedFor = List.of();
    private Instant prepareAgain = Instant.MIN;
    private volatile boolean stopping;

    /** @param filled rung when there is something new in the outbox */
    QuizClock(
            long bot,
            Quizzes quizzes,
            DueFacts due,
            Learners learners,
            ItemPool pool,
            Outbox outbox,
            InstantSource clock,
            Bell filled) {
        this.bot = bot;
        this.quizzes = quizzes;
        this.due = due;
        this.learners = learners;
        this.pool = pool;
        this.outbox = outbox;
        this.clock = clock;
        this.filled = filled;
    }

    @Override
    public void run() {
        int failures = 0;
        try {
            while (!stopping) {
                try {
                    look(clock.instant());
                    prepare(clock.instant());
                    failures = 0;
                    stopped.await(DueFacts.LOOK);
                } catch (RuntimeException e) {
                    LOG.error("event=quiz-clock-failed failures={} {}", ++failures, Failure.of(e));
                    Thread.sleep(GrowingPause.after(failures, GrowingPause.CEILING));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One piece of what is to be prepared, unless all was and no article has come since. */
    private void prepare(Instant now) {
        List<String> served = pool.served();
        boolean done = served.equals(preparedFor) && now.isBefore(prepareAgain);
        if (!done && !pool.prepare(SuggestedQuestions.MOST)) {
            preparedFor = served;
            prepareAgain = now.plus(PREPARE_AGAIN);
        }
    }

    private void look(Instant now) {
        List<Outbox.Message> questions = quizzes.onTime(now);
        if (!questions.isEmpty()) {
            outbox.put(bot, questions, now, () -> {});
            filled.ring();
        }
        for (DueFacts.Reminding one : due.onTime(now)) {
            outbox.put(bot, one.calls(), now, () -> learners.remind(one.reminder(), one.nextAt()));
            filled.ring();
        }
    }

    void stop() {
        stopping = true;
        stopped.ring();
    }
}
