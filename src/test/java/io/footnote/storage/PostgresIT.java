package io.footnote.storage;

import static io.footnote.storage.Traces.NOON;
import static io.footnote.storage.Traces.grounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.storage.AnswerRecords.Filter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The same storage on a real PostgreSQL. */
class PostgresIT extends StorageContract {
    private static @Nullable EmbeddedPostgres server;

    private @Nullable Database database;

    /** Its tables are made once; each test begins with a copy. */
    @BeforeAll
    static void startServer() throws IOException, SQLException {
        // no test here takes the power away
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        sql("create database footnote_made");
        Database.open(url("footnote_made"), "postgres", null).close();
    }

    @AfterAll
    static void stopServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private static int port() {
        return Objects.requireNonNull(server).getPort();
    }

    private static String url(String name) {
        return "jdbc:postgresql://localhost:" + port() + "/" + name;
    }

    private static void sql(String... statements) throws SQLException {
        try (Connection connection =
                        Objects.requireNonNull(server).getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    Database empty() {
        try {
            sql("drop database if exists footnote with (force)", "create database footnote template footnote_made");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        database = Database.open(url("footnote"), "postgres", null);
        return database;
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    private static void assertFails(String url, String user, boolean retriable, String message) {
        assertThatThrownBy(() -> Database.open(url, user, "hunter2"))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.retriable()).isEqualTo(retriable))
                .hasMessage(message);
    }

    @Test
    void severalMayOpenANewDatabaseAtTheSameTime() throws Exception {
        sql("drop database if exists fresh with (force)", "create database fresh");
        int openers = 4;
        CyclicBarrier start = new CyclicBarrier(openers);
        try (ExecutorService threads = Executors.newFixedThreadPool(openers)) {
            List<Future<?>> work = new ArrayList<>();
            for (int n = 0; n < openers; n++) {
                String id = "t" + n;
                work.add(threads.submit(() -> {
                    start.await();
                    try (Database one = Database.open(url("fresh"), "postgres", null)) {
                        new AnswerRecords(one).record(grounded(id, NOON));
                    }
                    return null;
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
        }
        try (Database one = Database.open(url("fresh"), "postgres", null)) {
            assertThat(new AnswerRecords(one).list(Filter.newest(9))).hasSize(openers);
        }
    }

    @Test
    void aWrongPasswordIsAFailureInWords() throws SQLException, IOException, InterruptedException {
        sql("drop role if exists ann", "create role ann superuser login password 'right'");
        askForPasswordOf("ann");
        Database.open(url("postgres"), "ann", "right").close();
        assertFails(
                url("postgres"),
                "ann",
                false,
                "The database localhost:" + port() + "/postgres refused the user or the password: check both.");
    }

    /** The embedded server trusts everybody; this changes it for one. */
    private static void askForPasswordOf(String user) throws SQLException, IOException, InterruptedException {
        Path rules = Path.of(ask("show hba_file"));
        Files.writeString(rules, "host all " + user + " all scram-sha-256\n" + Files.readString(rules));
        String before = ask("select pg_conf_load_time()");
        sql("select pg_reload_conf()");
        while (ask("select pg_conf_load_time()").equals(before)) {
            Thread.sleep(10);
        }
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection =
                        Objects.requireNonNull(server).getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void aMissingDatabaseIsNamed() {
        assertFails(
                url("nowhere"),
                "postgres",
                false,
                "The database localhost:" + port() + "/nowhere does not exist: create it, or correct the address.");
    }

    @Test
    void aServerThatIsDownIsWorthTryingAgain() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertFails(
                "jdbc:postgresql://localhost:" + free + "/footnote",
                "postgres",
                true,
                "The database localhost:" + free
                        + "/footnote cannot be reached: check that it runs and that the address is right.");
    }

    @Test
    void aUserWithoutRightsIsToldSo() throws SQLException {
        sql("drop role if exists reader", "create role reader login");
        assertFails(
                url("postgres"),
                "reader",
                false,
                "The database localhost:" + port()
                        + "/postgres may not be written by this user: grant the rights, or sign in as another.");
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
