package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Question;
import io.footnote.model.Budget;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.AuditTrail;
import io.footnote.storage.ChatSettings;
import io.footnote.storage.Database;
import io.footnote.storage.PersonalData;
import io.footnote.storage.Review;
import io.footnote.storage.Review.Decision;
import io.footnote.storage.Reviews;
import io.footnote.storage.SpendingRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moderators do in Telegram, and nobody else can. */
class ModeratingIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Person MODERATOR = Person.reader(1_001);
    private static final Person OTHER_MODERATOR = Person.reader(1_002);
    private static final Person READER = Person.reader(7_001);
    private static final PersonalData PERSONAL = PersonalData.under("a key of more than thirty-two characters");
    private static final long DAILY_BUDGET = 1_000_000;

    @TempDir
    Path folder;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(ahead.get());

    private final FakeBotApi api = FakeBotApi.start();
    private Database database;
    private Reviews reviews;
    private AnswerRecords log;
    private Bot bot;
    private Thread running;

    ModeratingIT() throws IOException {}

    @BeforeEach
    void start() {
        database = Database.inFolder(folder);
        reviews = new Reviews(database, InstantSource.system());
        log = new AnswerRecords(database);
        bot = new Bot(
                new BotOptions(
                        FakeBotApi.TOKEN,
                        api.url(),
                        null,
                        new BotOptions.Limits(100, 100, 1_000),
                        Set.of(MODERATOR.id(), OTHER_MODERATOR.id()),
                        Duration.ofDays(90),
                        DAILY_BUDGET),
                database,
                PERSONAL,
                Answers.by((question, reader, listener) -> {
                    AnswerTrace trace = Answers.trace(question, Answers.grounded("About: " + question.text()));
                    log.record(trace);
                    return trace;
                }),
                () -> List.of(Answers.ARTICLE),
                Quizzing.NONE,
                clock,
                line -> {},
                user -> "http://127.0.0.1:8080/sign-in?ticket=of." + user);
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

    private List<Review> given() {
        List<Review> given = new ArrayList<>();
        reviews.forEach(given::add);
        return given;
    }

    @Test
    void aModeratorJudgesTheMostDoubtfulAnswerByAButtonAndTheTrailSaysSo() {
        api.deliver(IncomingUpdate.text(READER, "What happened?"));
        api.awaitMessage(READER.id(), SOON);
        api.deliver(IncomingUpdate.text(MODERATOR, "/review"));
        SentMessage asked = api.awaitMessage(MODERATOR.id(), SOON);
        assertThat(asked.text()).contains("Question: What happened?", "Answer: About: What happened?");
        String wrongCitation = asked.arguments()
                .at("/reply_markup/inline_keyboard/2/0/callback_data")
                .asText();

        api.deliver(IncomingUpdate.callback(READER, asked, wrongCitation));
        api.deliver(IncomingUpdate.callback(MODERATOR, asked, wrongCitation));
        api.awaitThat(
                "the next one",
                SOON,
                server ->
                        server.messagesTo(MODERATOR.id()).getFirst().text().startsWith("Every answer has a verdict."));

        assertThat(given())
                .as("the moderator's alone")
                .extracting(Review::moderator, Review::decision)
                .containsExactly(tuple(MODERATOR.id(), Decision.WRONG_CITATION));
        assertThat(new AuditTrail(database, InstantSource.system()).newest(null, 10))
                .extracting(row -> row.deed().action())
                .containsExactly("reviewed", "took from the queue");
    }

    @Test
    void figuresComeWithAPictureOfTheWeekOnceSomethingWasAsked() {
        api.deliver(IncomingUpdate.text(MODERATOR, "/stats"));
        assertThat(api.awaitMessage(MODERATOR.id(), SOON).text()).contains("Answers: 0");
        api.deliver(IncomingUpdate.text(READER, "What happened?"));
        api.awaitMessage(READER.id(), SOON);
        api.deliver(IncomingUpdate.text(MODERATOR, "/stats"));
        BotApiCall picture = api.awaitCall("sendPhoto", call -> true, SOON);
        assertThat(picture.arguments().path("caption").asText()).contains("Answers: 1");
        assertThat(picture.arguments().path("photo").asText()).contains("PNG");
    }

    @Test
    void theBotSendsALinkToTheDeskToModeratorsOnly() {
        api.deliver(IncomingUpdate.text(MODERATOR, "/desk"));
        assertThat(api.awaitMessage(MODERATOR.id(), SOON).text()).contains("/sign-in?ticket=of.1001");
        for (String command : List.of("/desk", "/review", "/stats")) {
            api.deliver(IncomingUpdate.text(READER, command));
        }
        assertThat(api.awaitMessages(READER.id(), 3, SOON))
                .extracting(SentMessage::text)
                .allSatisfy(text -> assertThat(text).startsWith("I do not know this command"));
    }

    /** What is told of the model afterwards shows that the figures were looked at once more. */
    @Test
    void aBudgetNearItsEndIsToldToEveryModeratorInTheirLanguageAndOnce() {
        for (Person moderator : List.of(MODERATOR, OTHER_MODERATOR)) { // who has written nothing gets nothing
            api.deliver(IncomingUpdate.text(moderator, "/stats"));
            api.awaitMessage(moderator.id(), SOON);
        }
        new ChatSettings(database, PERSONAL)
                .set(OTHER_MODERATOR.id(), ChatSettings.Values.NONE.inLanguage("es"), clock.instant());
        SpendingRecords spending = new SpendingRecords(database);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        // the next day, too, in case it begins meanwhile
        List.of(today, today.plusDays(1)).forEach(day -> spending.add(day, Budget.ALL, 849_000));
        pass(Errands.BETWEEN_LOOKS);
        assertThat(api.awaitMessages(MODERATOR.id(), 2, SOON).getLast().text())
                .startsWith("What may be spent on the language model today is nearly spent: 85 %.");
        assertThat(api.awaitMessages(OTHER_MODERATOR.id(), 2, SOON).getLast().text())
                .contains("85 %")
                .doesNotContain("language model");

        for (int question = 0; question < Alarm.LEAST_FOR_MODEL; question++) {
            log.record(Answers.trace(
                    Question.of("What happened?", clock.instant()),
                    Answers.grounded("the language model did not answer in time", List.of("It."), List.of("It."))));
        }
        pass(Errands.BETWEEN_LOOKS);
        api.awaitMessages(MODERATOR.id(), 3, SOON);
        api.deliver(IncomingUpdate.text(MODERATOR, "/stats")); // what was to be sent before it has been
        assertThat(api.awaitMessages(MODERATOR.id(), 4, SOON))
                .extracting(SentMessage::text)
                .satisfiesExactly(
                        figures -> assertThat(figures).contains("Answers: 0"),
                        budget -> assertThat(budget).contains("85 %"),
                        model -> assertThat(model).startsWith("The language model does not answer"),
                        figures -> assertThat(figures).contains("Answers: 5"));
    }

    private void pass(Duration time) {
        ahead.updateAndGet(time::plus);
    }
}
