package io.footnote.storage;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Who is signed in at the desk, and which links were used. Safe for any number of threads and processes. */
public final class DeskAccess {
    private final Database database;
    private final InstantSource clock;

    /** @param database an open database, which stays the caller's to close */
    public DeskAccess(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The desk's key, which stays the same for every process.
     *
     * @param candidate becomes the key where there is none yet
     */
    public String key(String candidate) {
        database.write(handle -> handle.createUpdate(
                        "insert into desk_key (id, value) values (1, :value) on conflict (id) do nothing")
                .bind("value", candidate)
                .execute());
        return database.read(handle -> handle.createQuery("select value from desk_key where id = 1")
                .mapTo(String.class)
                .one());
    }

    /**
     * Uses a link up.
     *
     * @param nonce what tells it from all others
     * @param expiresAt when it need not be remembered any longer
     * @return whether it had not been used before; of several at once, one is told so
     */
    public boolean use(String nonce, Instant expiresAt) {
        boolean[] first = new boolean[1];
        database.write(handle -> {
            handle.createUpdate("delete from desk_used_link where expires_at < :now")
                    .bind("now", clock.millis())
                    .execute();
            first[0] = handle.createUpdate("""
                                    insert into desk_used_link (nonce, expires_at) values (:nonce, :expires)
                                    on conflict (nonce) do nothing""")
                            .bind("nonce", nonce)
                            .bind("expires", expiresAt.toEpochMilli())
                            .execute()
                    == 1;
        });
        return first[0];
    }

    /** Signs somebody in until {@code expiresAt}. @param hash of what the cookie holds */
    public void signIn(String hash, long user, Instant expiresAt) {
        database.write(handle -> {
            handle.createUpdate("delete from desk_session where expires_at < :now")
                    .bind("now", clock.millis())
                    .execute();
            handle.createUpdate("insert into desk_session (hash, user_id, expires_at) values (:hash, :user, :expires)")
                    .bind("hash", hash)
                    .bind("user", user)
                    .bind("expires", expiresAt.toEpochMilli())
                    .execute();
        });
    }

    /** Who is signed in under that hash now, or nothing. */
    public Optional<Long> user(String hash) {
        return database.read(handle -> handle.createQuery(
                        "select user_id from desk_session where hash = :hash and expires_at >= :now")
                .bind("hash", hash)
                .bind("now", clock.millis())
                .mapTo(Long.class)
                .findOne());
    }

    /** Ends a session. */
    public void signOut(String hash) {
        database.write(handle -> handle.createUpdate("delete from desk_session where hash = :hash")
                .bind("hash", hash)
                .execute());
    }
}
