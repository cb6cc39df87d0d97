package io.footnote.storage;

import static io.footnote.storage.Traces.NOON;
import static io.footnote.storage.Traces.grounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.storage.AnswerRecords.Filter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve(Database.FILE_NAME);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            boolean retriable, ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOfSatisfying(StorageException.class, e -> {
            assertThat(e.retriable()).isEqualTo(retriable);
            assertThat(e.getMessage()).hasLineCount(1).endsWith(".").doesNotContain("Exception", "null");
        });
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void theFolderAndTheFileAreMadeWhereMissing() {
        Path deep = folder.resolve("a/b");
        Database.inFolder(deep).close();
        assertThat(deep.resolve("footnote.db")).isNotEmptyFile();
    }

    @Test
    void everyConnectionSyncsEachCommitAndChecksReferences() {
        try (Database database = Database.inFolder(folder)) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "synchronous")).isEqualTo("2"); // FULL
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(database, "busy_timeout")).isEqualTo("10000");
        }
    }

    private static String pragma(Database database, String name) {
        return database.read(handle ->
                handle.createQuery("pragma " + name).mapTo(String.class).one());
    }

    @Test
    void whatWasRecordedIsThereAfterOpeningAgain() {
        try (Database database = Database.inFolder(folder)) {
            new AnswerRecords(database).record(grounded("t1", NOON));
        }
        try (Database database = Database.open("jdbc:sqlite:" + file(), null, null)) {
            assertThat(new AnswerRecords(database).find("t1")).contains(grounded("t1", NOON));
        }
    }

    @Test
    void manyMayOpenANewFolderAtTheSameTime() throws Exception {
        int openers = 8;
        CyclicBarrier start = new CyclicBarrier(openers);
        try (ExecutorService threads = Executors.newFixedThreadPool(openers)) {
            List<Future<?>> work = new ArrayList<>();
            for (int n = 0; n < openers; n++) {
                String id = "t" + n;
                work.add(threads.submit(() -> {
                    start.await();
                    try (Database database = Database.inFolder(folder)) {
                        new AnswerRecords(database).record(grounded(id, NOON));
                    }
                    return null;
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
        }
        try (Database database = Database.inFolder(folder)) {
            assertThat(new AnswerRecords(database).list(Filter.newest(100))).hasSize(openers);
        }
    }

    @Test
    void aFileWhereTheFolderShouldBeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "x");
        assertFails(false, () -> Database.inFolder(file))
                .hasMessage("The data folder " + file + " is a file: remove it, or name another folder.");
        assertThat(file).hasContent("x");
    }

    @Test
    void aFolderThatTheDriverWouldMisreadIsRefused() {
        Path odd = folder.resolve("what?journal_mode=off");
        assertFails(false, () -> Database.inFolder(odd))
                .hasMessage("The data folder " + odd + " has a ? in its name: name another folder.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderMayHaveSpacesAndLetters() {
        Path odd = folder.resolve("mes données % #1");
        Database.inFolder(odd).close();
        assertThat(odd.resolve("footnote.db")).isNotEmptyFile();
    }

    @Test
    void aFileFurtherUpIsAFailureInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "x");
        assertFails(false, () -> Database.inFolder(file.resolve("deep"))).hasMessageContaining("cannot be opened");
    }

    @Test
    void aFolderWhereTheFileShouldBeIsAFailureInWords() throws IOException {
        Files.createDirectory(file());
        assertFails(false, () -> Database.inFolder(folder))
                .hasMessage("The database " + file() + " cannot be opened for writing: give the user who runs this"
                        + " program the right to write in its folder, or name another folder.");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        byte[] garbage = "this is not a database, ".repeat(500).getBytes(StandardCharsets.UTF_8);
        Files.write(file(), garbage);
        assertFails(false, () -> Database.inFolder(folder))
                .hasMessage(
                        "The database " + file() + " is damaged or no database: restore it from a backup, or move it"
                                + " away to begin a new one.");
        assertThat(file()).hasBinaryContent(garbage);
    }

    @Test
    void aDamagedDatabaseIsAFailureInWords() throws IOException {
        try (Database database = Database.inFolder(folder)) {
            AnswerRecords answers = new AnswerRecords(database);
            for (int n = 0; n < 100; n++) {
                answers.record(grounded("t" + n, NOON));
            }
        }
        try (RandomAccessFile damaged = new RandomAccessFile(file().toFile(), "rw")) {
            damaged.seek(4_096); // past the first page, which opening reads
            damaged.write(new byte[(int) damaged.length() - 4_096]);
        }
        assertFails(false, () -> {
                    try (Database database = Database.inFolder(folder)) {
                        new AnswerRecords(database).list(Filter.newest(100));
                    }
                })
                .hasMessageContaining("is damaged or no database");
    }

    @Test
    void aFullDiskIsAFailureInWordsAndHarmsNothing() {
        try (Database database = Database.inFolder(folder)) {
            AnswerRecords answers = new AnswerRecords(database);
            answers.record(grounded("t1", NOON));
            assertFails(
                            false,
                            () -> database.write(handle -> {
                                handle.execute("pragma max_page_count = 1"); // as many as there are
                                handle.execute(
                                        "insert into article (id, title, source, language, content, sentences_json)"
                                                + " values ('big', 't', 's', 'en', hex(zeroblob(1000000)), '[]')");
                            }))
                    .hasMessage("There is no room left for the database " + file()
                            + ": free some space on its disk and try again.");
            assertThat(answers.find("t1")).contains(grounded("t1", NOON));
            assertThat(new Articles(database).all()).isEmpty();
        }
    }

    @Test
    void aDatabaseLockedByAnotherIsWorthTryingAgain() throws SQLException {
        try (Database database = Database.inFolder(folder, Duration.ofMillis(50));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            AnswerRecords answers = new AnswerRecords(database);
            statement.execute("begin immediate");
            assertFails(true, () -> answers.record(grounded("t1", NOON)))
                    .hasMessage("The database " + file()
                            + " is locked by another process: try again when that is done, or end it.");
            assertThat(answers.list(Filter.newest(1))).isEmpty(); // readers need not wait
            statement.execute("rollback");
            answers.record(grounded("t1", NOON));
            assertThat(answers.find("t1")).isPresent();
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsRefusedAndLeftAsItIs() throws SQLException {
        Database.inFolder(folder).close();
        sql("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
                    installed_by, execution_time, success)
                values (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, 1)""");
        assertFails(false, () -> Database.inFolder(folder))
                .hasMessage("The database " + file()
                        + " was made by a newer version of this program: use that version, or another database.");
    }

    @Test
    void aDatabaseWithOtherTablesIsRefused() throws SQLException {
        Database.inFolder(folder).close();
        sql("update flyway_schema_history set checksum = 1 where version = '1'");
        assertFails(false, () -> Database.inFolder(folder))
                .hasMessage(
                        "The tables of the database " + file() + " are not as this version of the program left them:"
                                + " use the version that made them, or another database.");
    }

    @Test
    void aForeignDatabaseIsRefusedAndLeftAsItIs() throws SQLException {
        sql("create table diary (entry text)", "insert into diary values ('mine')");
        assertFails(false, () -> Database.inFolder(folder));
        sql("insert into diary select entry from diary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://user:hunter2@host/db",
                "jdbc:postgresql://host:port/db?password=hunter2",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:x?mode=memory&password=hunter2",
                "hunter2",
                ""
            })
    void anAddressThatCannotBeUsedIsRefusedWithoutRepeatingIt(String url) {
        assertFails(false, () -> Database.open(url, "ann", "hunter2"))
                .hasMessageContaining("jdbc:sqlite:FILE")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aClosedDatabaseSaysSo() {
        Database database = Database.inFolder(folder);
        database.close();
        assertThatThrownBy(() -> new AnswerRecords(database).list(Filter.newest(1)))
                .isInstanceOf(StorageException.class)
                .hasMessage("The database " + file() + " is closed.");
    }
}
