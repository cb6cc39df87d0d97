package io.footnote.storage;

import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From which probability of an answer the embedded answerer answers, where moderators fitted it to their reviews. Safe for
 * any number of threads and processes.
 */
public final class FittedThreshold {
    private final Database database;
    private final InstantSource clock;

    /** @param database an open database, which stays the caller's to close */
    public FittedThreshold(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The one that holds, in [0, 1]; nothing where it is the program's own. */
    public Optional<Double> now() {
        return database.read(handle -> handle.createQuery("select value from fitted_threshold order by id desc limit 1")
                .mapTo(Double.class)
                .findOne());
    }

    /**
     * From now on this holds.
     *
     * @param value in [0, 1]
     * @param moderator the Telegram user id of who decides it
     * @throws IllegalArgumentException when the value is out of its range
     */
    public void set(double value, long moderator) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("value must be in [0, 1], got " + value);
        }
        insert(value, moderator);
    }

    /** From now on the program's own holds again. */
    public void reset(long moderator) {
        insert(null, moderator);
    }

    private void insert(@Nullable Double value, long moderator) {
        database.write(handle -> handle.createUpdate(
                        "insert into fitted_threshold (value, moderator, set_at) values (:value, :moderator, :at)")
                .bind("value", value)
                .bind("moderator", moderator)
                .bind("at", clock.millis())
                .execute());
    }
}
