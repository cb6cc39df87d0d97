package io.footnote.storage;

import io.footnote.model.Budget;
import io.footnote.model.Spending;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What was spent on chat models, in the database. Safe for any number of threads. */
public final class SpendingRecords implements Spending {
    private final Database database;

    /** @param database an open database, which stays the caller's to close */
    public SpendingRecords(Database database) {
        this.database = database;
    }

    /** @throws StorageException when the database cannot be read */
    @Override
    public long spent(LocalDate day, String account) {
        return database.read(handle -> handle.createQuery("""
            select microdollars from spending where day = :day and account = :account\
            """)
                .bind("day", day.toString())
                .bind("account", account)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /**
     * What all readers together have spent on the day (UTC) of that time, in millionths of a US dollar.
     *
     * @throws StorageException when the database cannot be read
     */
    public long spent(Instant at) {
        return spent(LocalDate.ofInstant(at, ZoneOffset.UTC), Budget.ALL);
    }

    /** @throws StorageException when it could not be kept */
    @Override
    public void add(LocalDate day, String account, long microdollars) {
        database.write(handle -> handle.createUpdate("""
            insert into spending (day, account, microdollars) values (:day, :account, :microdollars)
            on conflict (day, account)
            do update set microdollars = spending.microdollars + excluded.microdollars\
            """)
                .bind("day", day.toString())
                .bind("account", account)
                .bind("microdollars", microdollars)
                .execute());
    }
}
