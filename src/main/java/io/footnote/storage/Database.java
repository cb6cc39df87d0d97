package io.footnote.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The open database, with its tables as this program needs them. Safe for any number of threads. */
public final class Database implements AutoCloseable {

    private Database() {}

    /**
     * Opens the SQLite file {@code footnote.db} in a folder, making both where they are missing.
     *
     * @throws StorageException when that cannot be done
     */
    public static Database inFolder(Path dataDir) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Opens the database at a JDBC address.
     *
     * @param jdbcUrl {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/NAME}
     * @throws StorageException when that cannot be done
     */
    public static Database open(String jdbcUrl, @Nullable String user, @Nullable String password) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Gives back the connections. Records handed out before can no longer be used. */
    @Override
    public void close() {}
}
