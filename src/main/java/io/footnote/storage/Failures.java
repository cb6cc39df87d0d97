package io.footnote.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Turns what the libraries throw into one sentence for the person who runs the program. Immutable.
 *
 * @param what the database, as a message may name it: a file, or host, port and name; never an address with secrets
 */
record Failures(String what) {

    static Failures ofFile(Path path) {
        return new Failures("the database " + path);
    }

    static Failures ofServer(String display) {
        return new Failures("the database " + display);
    }

    /** What to throw instead of {@code thrown}; one that explains already is kept. */
    RuntimeException explain(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageException known) {
                return known;
            }
            // the wrappers' messages quote statements with their values: only the driver's exception is passed on
            if (cause instanceof SQLiteException sqlite) {
                return ofSqlite(sqlite);
            }
            if (cause instanceof SQLException sql && !(cause instanceof SQLTransientConnectionException)) {
                return ofServer(sql);
            }
        }
        if (thrown instanceof FlywayException) {
            return failure(
                    "The tables of %s are not as this version of the program left them: use the version that made"
                            + " them, or another database.",
                    false, thrown);
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return failure("All connections to %s are busy: try again.", true, cause);
            }
        }
        return thrown instanceof RuntimeException bug ? bug : new IllegalStateException(thrown);
    }

    private StorageException ofSqlite(SQLiteException thrown) {
        SQLiteErrorCode code = thrown.getResultCode();
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) { // the low byte is the kind, the rest detail
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> locked(thrown);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH -> unwritable(thrown);
            case SQLITE_FULL ->
                failure("There is no room left for %s: free some space on its disk and try again.", false, thrown);
            case SQLITE_IOERR ->
                failure("Reading or writing %s failed: check its disk for errors and free space.", false, thrown);
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                failure(
                        "%s is damaged or no database: restore it from a backup, or move it away to begin a new one.",
                        false, thrown);
            default -> failure("%s could not do what was asked (" + code.name() + ").", false, thrown);
        };
    }

    private StorageException ofServer(SQLException thrown) {
        String state = thrown.getSQLState() == null ? "" : thrown.getSQLState();
        if (state.startsWith("28")) {
            return failure("%s refused the user or the password: check both.", false, thrown);
        }
        if (state.equals("3D000")) {
            return failure("%s does not exist: create it, or correct the address.", false, thrown);
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return failure("%s cannot be reached: check that it runs and that the address is right.", true, thrown);
        }
        if (state.equals("53100")) {
            return failure("There is no room left for %s: free some space on its disk and try again.", false, thrown);
        }
        if (state.equals("42501") || state.equals("25006")) {
            return failure(
                    "%s may not be written by this user: grant the rights, or sign in as another.", false, thrown);
        }
        boolean retriable = state.startsWith("40") || state.startsWith("53") || state.startsWith("55P");
        return failure("%s could not do what was asked (SQLSTATE " + state + ").", retriable, thrown);
    }

    StorageException unwritable(@Nullable Exception cause) {
        return failure(
                "%s cannot be opened for writing: give the user who runs this program the right to write in its"
                        + " folder, or name another folder.",
                false, cause);
    }

    StorageException unwritable(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("No space left") || message.contains("quota exceeded")
                ? failure("There is no room left for %s: free some space on its disk and try again.", false, cause)
                : unwritable((Exception) cause);
    }

    StorageException locked(@Nullable Exception cause) {
        return failure("%s is locked by another process: try again when that is done, or end it.", true, cause);
    }

    StorageException closed() {
        return failure("%s is closed.", false, null);
    }

    StorageException newer() {
        return failure(
                "%s was made by a newer version of this program: use that version, or another database.", false, null);
    }

    StorageException failure(String sentence, boolean retriable, @Nullable Throwable cause) {
        String filled = sentence.replace("%s", what);
        return new StorageException(Character.toUpperCase(filled.charAt(0)) + filled.substring(1), retriable, cause);
    }
}
