package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Question;
import io.footnote.answer.ShownSoFar;
import io.footnote.model.Budget;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.Database;
import io.footnote.storage.PersonalData;
import io.footnote.storage.ReaderData;
import io.footnote.storage.SpendingRecords;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a reader in the files, byte by byte. */
class ForgetIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long READER = 7_391_846_502_713L;
    private static final long OTHER = 8_214_365_870_921L;
    private static final long GROUP = -1_009_182_736_455L;
    private static final Person ANN = new Person(READER, "Annunziata", "en", false);
    private static final PersonalData PERSONAL = PersonalData.under("a key of more than thirty-two characters");

    @TempDir
    Path folder;

    private final FakeBotApi api = FakeBotApi.start();
    private Database database;
    private Bot bot;
    private Thread running;

    ForgetIT() throws IOException {}

    @BeforeEach
    void start() {
        database = Database.inFolder(folder);
        AnswerRecords log = new AnswerRecords(database);
        bot = new Bot(
                new BotOptions(
                        FakeBotApi.TOKEN,
                        api.url(),
                        null,
                        new BotOptions.Limits(100, 100, 1_000),
                        Set.of(),
                        Duration.ofDays(90)),
                database,
                PERSONAL,
                Answers.by((question, reader, listener) -> {
                    AnswerTrace trace = Answers.trace(question, Answers.grounded("About: " + question.text()));
                    log.record(trace);
                    return trace;
                }),
                () -> List.of(Answers.ARTICLE),
                InstantSource.system(),
                line -> {});
        running = Thread.ofPlatform().start(bot::run);
    }

    @AfterEach
    void stop() throws InterruptedException {
        bot.stop();
        running.join();
        database.close();
        api.close();
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void nothingOfAReaderWhoIsForgottenIsLeftInAnyFileAndAnotherLosesNothing() throws IOException {
        api.deliver(IncomingUpdate.text(Person.reader(OTHER), "Is the pelican still here?"));
        api.deliver(IncomingUpdate.text(ANN, "/language"));
        SentMessage languages = api.awaitMessage(READER, SOON);
        api.deliver(IncomingUpdate.callback(
                ANN, languages, Press.of(Press.Verb.LANGUAGE).data()));
        api.deliver(IncomingUpdate.text(ANN, "Where did the ocelot sleep?"));
        api.deliver(IncomingUpdate.groupText(GROUP, ANN, "/ask Who fed the marmoset?"));
        SentMessage answer = api.awaitMessages(READER, 2, SOON).get(1);
        api.awaitMessage(GROUP, SOON);
        String good = answer.arguments()
                .at("/reply_markup/inline_keyboard/1/0/callback_data")
                .asText();
        api.deliver(IncomingUpdate.callback(ANN, answer, good));
        api.awaitThat(
                "every press answered",
                SOON,
                server -> server.unansweredCallbacks().isEmpty());
        api.deliver(IncomingUpdate.inline(ANN, "Who bathed the capybara?"));
        api.awaitCall("answerInlineQuery", call -> true, SOON);
        leaveTraces();
        assertThat(filesThatHold(bytes("ocelot")))
                .as("asked, and so in the log")
                .isNotEmpty();
        assertThat(filesThatHold(bytes("capybara"))).isNotEmpty();
        assertThat(filesThatHold(bytes("wombat"))).isNotEmpty();
        assertThat(filesThatHold(bytes(name(READER)))).isNotEmpty();
        assertThat(filesThatHold(bytes("marmoset"))).isNotEmpty();
        assertThat(filesThatHold(number(PERSONAL.pseudonym(READER)))).isNotEmpty();

        api.deliver(IncomingUpdate.text(ANN, "/forget"));
        SentMessage asks = api.awaitMessages(READER, 3, SOON).get(2);
        assertThat(asks.text()).contains("3 questions");
        api.deliver(
                IncomingUpdate.callback(ANN, asks, Press.of(Press.Verb.FORGET).data()));
        api.awaitThat(
                "the end of it",
                SOON,
                server -> server.messagesTo(READER).get(2).text().startsWith("Everything that was kept"));

        for (byte[] trace : List.of(
                bytes("ocelot"),
                bytes("marmoset"),
                bytes("capybara"),
                bytes("wombat"),
                bytes(name(READER)),
                bytes("Annunziata"),
                bytes(Long.toString(READER)),
                number(READER),
                number(PERSONAL.pseudonym(READER)))) {
            assertThat(filesThatHold(trace)).isEmpty();
        }
        assertThat(filesThatHold(bytes("pelican")))
                .as("the other reader's question")
                .isNotEmpty();
        assertThat(api.unansweredCallbacks()).isEmpty();
    }

    /** What is left when the program dies in the middle of an answer that a chat model writes. */
    private void leaveTraces() {
        Question question = Question.of("Where is the wombat?", Instant.now());
        new AnswerRecords(database)
                .recordShown(new ShownSoFar("unfinished", question, name(READER), Answers.grounded("Nobody knows.")));
        new SpendingRecords(database).add(LocalDate.EPOCH, Budget.accountOf(name(READER)), 1_000);
    }

    private String name(long reader) {
        return new ReaderData(database, PERSONAL).nameOf(reader);
    }

    @Test
    void whoKeepsTheirDataLosesNothing() throws IOException {
        api.deliver(IncomingUpdate.text(ANN, "Where did the ocelot sleep?"));
        api.awaitMessage(READER, SOON);
        api.deliver(IncomingUpdate.text(ANN, "/forget"));
        SentMessage asks = api.awaitMessages(READER, 2, SOON).get(1);
        api.deliver(IncomingUpdate.callback(ANN, asks, Press.of(Press.Verb.KEEP).data()));
        api.awaitThat(
                "the answer",
                SOON,
                server -> server.messagesTo(READER).get(1).text().startsWith("Nothing was deleted"));

        assertThat(filesThatHold(bytes("ocelot"))).isNotEmpty();
    }

    @Test
    void idsNamesAndUpdatesAreNowhereReadableWhileTheyAreKept() throws IOException {
        api.deliver(IncomingUpdate.text(ANN, "Where did the ocelot sleep, ask ann@example.org or +44 20 7946 0018?"));
        api.awaitMessage(READER, SOON);

        assertThat(filesThatHold(bytes("ocelot")))
                .as("questions stay searchable")
                .isNotEmpty();
        for (byte[] secret : List.of(
                bytes("Annunziata"),
                bytes(Long.toString(READER)),
                number(READER),
                bytes("ann@example.org"),
                bytes("7946"))) {
            assertThat(filesThatHold(secret)).isEmpty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As SQLite stores it. */
    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private List<String> filesThatHold(byte[] wanted) throws IOException {
        List<String> found = new ArrayList<>();
        String needle = new String(wanted, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(needle)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }
}
