package io.footnote.storage;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

/** A SQLite file that is about to be opened. For one use by one thread. */
final class SqliteFile {
    static final String URL_PREFIX = "jdbc:sqlite:";

    /** Brings the write-ahead log into the file and cuts it to nothing. */
    static final String EMPTY_LOG = "pragma wal_checkpoint(truncate)";

    /** SQLite has one writer at a time; the others read, or wait. */
    private static final int CONNECTIONS = 4;

    /** What a connection keeps of the file in memory, in KiB: most of the pages of the indices that a large log's pages use. */
    private static final int CACHE = 16 * 1024;

    private static final Duration LOCK_POLL = Duration.ofMillis(20);

    private final Path path;
    private final Failures failures;

    SqliteFile(Path path, Failures failures) {
        this.path = path;
        this.failures = failures;
    }

    /** @throws StorageException when the address names no ordinary file */
    static Path pathOf(String jdbcUrl) {
        String name = jdbcUrl.substring(URL_PREFIX.length());
        // in memory the log would be gone with the process, and parameters could turn off what keeps it safe
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
            throw new StorageException(
                    "The database address must name a file and nothing else: write jdbc:sqlite:FILE.", false, null);
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new StorageException(
                    "The database address names no possible file: write jdbc:sqlite:FILE.", false, e);
        }
    }

    /**
     * Makes folder, file and tables where they are missing. One process at a time does this, because Flyway takes no
     * lock on SQLite.
     */
    void prepare(Duration patience) {
        Path folder = folder();
        if (folder.toString().contains("?")) { // the driver would take what follows for parameters
            throw new StorageException(
                    "The data folder " + folder + " has a ? in its name: name another folder.", false, null);
        }
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new StorageException(
                    "The data folder " + folder + " is a file: remove it, or name another folder.", false, e);
        } catch (IOException e) {
            throw failures.unwritable(e);
        }
        SqliteLibrary.use(folder.resolve("native")); // has a lock of its own, and takes a while
        Path lock = path.resolveSibling(path.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock(channel, patience)) {
            SQLiteDataSource source = new SQLiteDataSource(config(patience));
            source.setUrl(url());
            turnOnWriteAheadLog(source);
            Migration.run(source, Dialect.SQLITE, failures);
        } catch (IOException e) {
            throw failures.unwritable(e);
        }
    }

    private Path folder() {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new StorageException(
                    "The database file " + path + " has no name: write jdbc:sqlite:FILE.", false, null);
        }
        return folder;
    }

    private FileLock lock(FileChannel channel, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - deadline > 0) {
                throw failures.locked(null);
            }
            try {
                Thread.sleep(LOCK_POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failures.locked(e);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this process has it
        }
    }

    /** The mode stays with the file. Changing it does not wait for other connections, hence only under the lock. */
    private void turnOnWriteAheadLog(SQLiteDataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
        } catch (SQLiteException e) {
            throw failures.explain(e);
        } catch (SQLException e) { // not from SQLite itself: its library could not be unpacked and loaded
            throw failures.failure(
                    "%s cannot be opened: see that the folder for temporary files may be written and has room.",
                    false, e);
        }
    }

    private String url() {
        return URL_PREFIX + path.toAbsolutePath();
    }

    HikariConfig poolConfig(Duration patience) {
        SQLiteConfig sqlite = config(patience);
        // a transaction that reads before it writes would otherwise fail at once when another process writes between
        sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setDataSourceProperties(sqlite.toProperties());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return config;
    }

    private static SQLiteConfig config(Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout((int) patience.toMillis());
        config.enforceForeignKeys(true);
        config.setCacheSize(-CACHE); // less than 0 means KiB
        // what is deleted is overwritten, not merely marked as free
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return config;
    }
}
