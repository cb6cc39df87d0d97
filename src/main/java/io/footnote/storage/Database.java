package io.footnote.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The open database, with its tables as this program needs them. Safe for any number of threads; several processes may
 * have the same one open.
 *
 * <p>SQLite keeps a write-ahead log and syncs it at every commit, so that what was written survives a loss of power.
 */
public final class Database implements AutoCloseable {
    /** The name of the SQLite file in the data folder. */
    public static final String FILE_NAME = "footnote.db";

    /** How long to wait for another process that is writing. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    /** How long to wait for one of our own connections: longer than {@link #LOCK_TIMEOUT}, which explains more. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(15);

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final Failures failures;
    private final String afterVacuum;

    private Database(HikariDataSource pool, Dialect dialect, Failures failures, String afterVacuum) {
        this.pool = pool;
        this.dialect = dialect;
        this.jdbi = Jdbi.create(pool);
        this.failures = failures;
        this.afterVacuum = afterVacuum;
    }

    /**
     * Opens the SQLite file {@value #FILE_NAME} in a folder, making both where they are missing.
     *
     * @throws StorageException when that cannot be done
     */
    public static Database inFolder(Path dataDir) {
        return inFolder(dataDir, LOCK_TIMEOUT);
    }

    static Database inFolder(Path dataDir, Duration lockTimeout) {
        return openFile(dataDir.resolve(FILE_NAME), lockTimeout);
    }

    /**
     * Opens the database at a JDBC address, making its tables where they are missing. A SQLite file and its folder are
     * made, a PostgreSQL database must exist.
     *
     * @param jdbcUrl {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/NAME}
     * @param user who signs in to PostgreSQL, or null
     * @param password their password, or null
     * @throws StorageException when that cannot be done
     */
    public static Database open(String jdbcUrl, @Nullable String user, @Nullable String password) {
        if (jdbcUrl.startsWith(SqliteFile.URL_PREFIX)) {
            return openFile(SqliteFile.pathOf(jdbcUrl), LOCK_TIMEOUT);
        }
        PostgresAddress address = PostgresAddress.parse(jdbcUrl, user, password);
        Failures failures = Failures.ofServer(address.display());
        Migration.run(address.dataSource(), Dialect.POSTGRES, failures);
        return connect(address.poolConfig(), Dialect.POSTGRES, failures, "analyze");
    }

    private static Database openFile(Path path, Duration lockTimeout) {
        Failures failures = Failures.ofFile(path);
        SqliteFile file = new SqliteFile(path, failures);
        file.prepare(lockTimeout);
        return connect(file.poolConfig(lockTimeout), Dialect.SQLITE, failures, SqliteFile.EMPTY_LOG);
    }

    private static Database connect(HikariConfig config, Dialect dialect, Failures failures, String afterVacuum) {
        config.setPoolName("footnote");
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        config.setInitializationFailTimeout(-1); // the migration has just connected
        return new Database(new HikariDataSource(config), dialect, failures, afterVacuum);
    }

    /** Runs statements one by one, each in its own transaction. */
    <T> T read(HandleCallback<T, RuntimeException> work) {
        try {
            return jdbi.withHandle(work);
        } catch (RuntimeException e) {
            throw explain(e);
        }
    }

    /**
     * Runs statements in one transaction, which is on disk when this returns. What runs within it on the same thread,
     * be it through another class of this package, is part of that transaction.
     */
    void write(HandleConsumer<RuntimeException> work) {
        try {
            jdbi.useTransaction(work);
        } catch (RuntimeException e) {
            throw explain(e);
        }
    }

    /**
     * Runs work in one transaction, which is on disk when this returns.
     *
     * @param work on one thread, through the classes of this package
     * @throws StorageException when it cannot be kept; nothing of it then is
     */
    public void together(Runnable work) {
        write(handle -> work.run());
    }

    /**
     * Leaves nothing of deleted rows in the files: SQLite's is written anew and its log emptied, PostgreSQL's tables are
     * cleaned.
     *
     * @throws StorageException when that could not be done
     */
    void scrub() {
        read(handle -> {
            if (dialect == Dialect.SQLITE) {
                // merges the text index, which until then only marks what was deleted
                handle.execute("insert into answer_text (answer_text) values ('optimize')");
            }
            handle.execute("vacuum");
            return handle.execute(afterVacuum);
        });
    }

    /** Where this database's SQL differs from another's. */
    Dialect dialect() {
        return dialect;
    }

    private RuntimeException explain(RuntimeException thrown) {
        return pool.isClosed() ? failures.closed() : failures.explain(thrown);
    }

    /** Gives back the connections; nothing that was made from this database can be used afterwards. */
    @Override
    public void close() {
        pool.close();
    }
}
