package io.footnote.model;

import java.time.LocalDate;

/** Keeps what was spent on models, by day and account. Safe for any number of threads. */
public interface Spending {
    /** Keeps nothing: for measuring. */
    Spending UNRECORDED = new Spending() {
        @Override
        public long spent(LocalDate day, String account) {
            return 0;
        }

        @Override
        public void add(LocalDate day, String account, long microdollars) {}
    };

    /** What was spent on a day, in millionths of a US dollar. @param day in UTC */
    long spent(LocalDate day, String account);

    /** Adds to it, for good. @param microdollars millionths of a US dollar, above 0 */
    void add(LocalDate day, String account, long microdollars);
}
