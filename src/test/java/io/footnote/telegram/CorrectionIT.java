package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.answer.Answer;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Correction;
import io.footnote.grounding.Citation;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Statement;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.SentenceSplitter;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.CorrectionNotices;
import io.footnote.storage.CorrectionRecords;
import io.footnote.storage.Database;
import io.footnote.storage.LogQuery;
import io.footnote.storage.LogSearch;
import io.footnote.storage.PersonalData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers see of answers that moderators corrected. */
class CorrectionIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Person READER = new Person(7_001, "Ann", "es", false);

    @TempDir
    Path folder;

    private final FakeBotApi api = FakeBotApi.start();
    private Database database;
    private CorrectionRecords corrections;
    private CorrectionNotices notices;
    private Bot bot;
    private Thread running;

    CorrectionIT() throws IOException {}

    @BeforeEach
    void start() {
        database = Database.inFolder(folder);
        corrections = new CorrectionRecords(database, InstantSource.system());
        notices = new CorrectionNotices(database, InstantSource.system());
        AnswerRecords log = new AnswerRecords(database);
        CitationGate gate = new CitationGate(new Annotator(Lexicon.english()), new SentenceSplitter()::split);
        bot = new Bot(
                new BotOptions(
                        FakeBotApi.TOKEN,
                        api.url(),
                        null,
                        new BotOptions.Limits(100, 100, 1_000),
                        Set.of(),
                        Duration.ofDays(90)),
                database,
                PersonalData.under("a key of more than thirty-two characters"),
                Answers.by((question, reader, listener) -> {
                    Answer answer = corrections
                            .find(question.text(), List.of("a1"))
                            .flatMap(found -> found.answer(gate, Answers.ARTICLE))
                            .map(Answer.class::cast)
                            .orElseGet(() -> Answers.grounded("About: " + question.text()));
                    AnswerTrace trace = Answers.trace(question, answer);
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
    void aCorrectedAnswerIsServedToTheSameQuestionAndSentAfterTheOldOne() {
        api.deliver(IncomingUpdate.text(READER, "What happened?"));
        assertThat(api.awaitMessage(READER.id(), SOON).text()).startsWith("About: What happened?");
        String old = new LogSearch(database)
                .page(LogQuery.newest(1))
                .entries()
                .getFirst()
                .id();
        corrections.save(
                old,
                new Correction(
                        "What happened?",
                        "a1",
                        List.of(new Statement("Something happened.", List.of(new Citation("a1", 1)))),
                        false,
                        1001));

        assertThat(notices.request(old)).isTrue();
        api.awaitThat(
                "the correction",
                SOON,
                server -> server.messagesTo(READER.id()).getFirst().text().startsWith("Something happened. [1]"));
        assertThat(api.messagesTo(READER.id()))
                .singleElement()
                .satisfies(edited ->
                        assertThat(edited.text()).as("in the reader's language").endsWith("De la redacción."));
        assertThat(notices.of(old)).contains(CorrectionNotices.State.SENT);

        api.deliver(IncomingUpdate.text(READER, "what happened"));
        assertThat(api.awaitMessages(READER.id(), 2, SOON).get(1).text())
                .startsWith("Something happened. [1]")
                .endsWith("De la redacción.");
    }
}
