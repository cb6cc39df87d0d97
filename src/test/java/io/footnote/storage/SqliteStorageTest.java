package io.footnote.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest extends StorageContract {
    /** Its tables are made once; each test begins with a copy. */
    @TempDir
    private static Path template;

    @TempDir
    Path folder;

    private @Nullable Database database;

    @BeforeAll
    static void makeTables() {
        Database.inFolder(template).close();
    }

    @Override
    Database empty() {
        try {
            Files.copy(template.resolve(Database.FILE_NAME), folder.resolve(Database.FILE_NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = Database.inFolder(folder);
        return database;
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Nested
    class Shelves extends LibraryContract {
        @Override
        Database empty() {
            return Objects.requireNonNull(database, "opened before each test of the outer class");
        }
    }

    @Nested
    class Mail extends InboxContract {
        @Override
        Database empty() {
            return Objects.requireNonNull(database, "opened before each test of the outer class");
        }
    }

    @Nested
    class Readers extends ReaderContract {
        @Override
        Database empty() {
            return Objects.requireNonNull(database, "opened before each test of the outer class");
        }
    }

    @Nested
    class Moderating extends DeskContract {
        @Override
        Database empty() {
            return Objects.requireNonNull(database, "opened before each test of the outer class");
        }
    }

    @Nested
    class Quizzes extends QuizContract {
        @Override
        Database empty() {
            return Objects.requireNonNull(database, "opened before each test of the outer class");
        }
    }
}
