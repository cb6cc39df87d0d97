package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.answer.AnswerListener;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Question;
import io.footnote.answer.Turn;
import io.footnote.grounding.Citation;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.Database;
import io.footnote.storage.PersonalData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot in this process, with somebody else answering: slowly, or not at all. */
class SlowAnswersIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String FAILED = "Something failed here";

    @TempDir
    Path folder;

    private final FakeBotApi api = FakeBotApi.start();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private volatile Function<Question, AnswerTrace> asking = SlowAnswersIT::echo;
    private volatile Consumer<AnswerListener> writing = listener -> {};
    private Database database;
    private Bot bot;
    private Thread running;

    SlowAnswersIT() throws IOException {}

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
                PersonalData.under("a key of more than thirty-two characters"),
                Answers.by((question, reader, listener) -> {
                    if (listener != null) {
                        writing.accept(listener);
                    }
                    AnswerTrace trace = asking.apply(question);
                    log.record(trace);
                    return trace;
                }),
                () -> List.of(Answers.ARTICLE),
                InstantSource.system(),
                notices::add);
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

    private static AnswerTrace echo(Question question) {
        return Answers.trace(question, Answers.grounded("About: " + question.text()));
    }

    private String text(long chat, int index) {
        return api.awaitMessages(chat, index + 1, SOON).get(index).text();
    }

    @Test
    void tenChatsAreAnsweredAtTheSameTime() {
        CyclicBarrier allAsk = new CyclicBarrier(10);
        asking = question -> {
            try {
                allAsk.await(SOON.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return echo(question);
        };
        LongStream.range(1, 11).forEach(chat -> api.deliver(IncomingUpdate.text(chat, "question " + chat)));

        LongStream.range(1, 11).forEach(chat -> assertThat(text(chat, 0)).startsWith("About: question " + chat));
    }

    @Test
    void aSlowAnswerHoldsUpItsOwnChatAloneAndTypingIsShownAllTheWhile() {
        CountDownLatch slow = new CountDownLatch(1);
        asking = question -> {
            if (question.text().equals("slow?")) {
                await(slow);
            }
            return echo(question);
        };
        api.deliver(IncomingUpdate.text(1, "slow?"));
        api.deliver(IncomingUpdate.text(1, "next?"));
        api.deliver(IncomingUpdate.text(2, "quick?"));

        assertThat(text(2, 0)).startsWith("About: quick?");
        api.awaitThat("typing again", SOON, server -> typed(1) >= 2);
        assertThat(api.messagesTo(1)).isEmpty();
        slow.countDown();
        assertThat(text(1, 0)).startsWith("About: slow?");
        assertThat(text(1, 1)).startsWith("About: next?");
    }

    private long typed(long chat) {
        return api.calls("sendChatAction").stream()
                .filter(call -> call.arguments().path("chat_id").asLong() == chat)
                .count();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let it go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aQuestionThatFailsAgainAndAgainIsApologisedForAndTheNextIsAnswered() {
        asking = question -> {
            if (question.text().equals("poison?")) {
                throw new IllegalStateException("no");
            }
            return echo(question);
        };
        api.deliver(IncomingUpdate.text(1, "poison?"));
        api.deliver(IncomingUpdate.text(1, "next?"));
        api.deliver(IncomingUpdate.groupText(-8, Person.reader(1), "/ask poison?"));

        assertThat(text(1, 0)).startsWith(FAILED);
        assertThat(text(-8, 0)).startsWith(FAILED);
        assertThat(text(1, 1)).startsWith("About: next?");
    }

    @Test
    void aReplyContinuesTheAnswerItRepliesToAndNewEndsAConversation() {
        List<Question> asked = new CopyOnWriteArrayList<>();
        asking = question -> {
            asked.add(question);
            return echo(question);
        };
        api.deliver(IncomingUpdate.text(1, "Who came?"));
        SentMessage first = api.awaitMessage(1, SOON);
        api.deliver(IncomingUpdate.text(1, "/new"));
        text(1, 1);
        api.deliver(IncomingUpdate.text(1, "Who left?"));
        text(1, 2);
        api.deliver(IncomingUpdate.replyTo(IncomingUpdate.text(1, "And when?"), first));
        text(1, 3);

        assertThat(asked.get(1).conversation()).isEmpty();
        assertThat(asked.get(2).conversation()).extracting(Turn::question).containsExactly("Who came?");
    }

    @Test
    void aFollowUpKnowsWhatWasSaidBeforeInItsOwnPrivateChat() {
        List<Question> asked = new CopyOnWriteArrayList<>();
        asking = question -> {
            asked.add(question);
            return echo(question);
        };
        api.deliver(IncomingUpdate.text(1, "Who came?"));
        text(1, 0);
        api.deliver(IncomingUpdate.text(2, "Who left?"));
        text(2, 0);
        api.deliver(IncomingUpdate.text(1, "And then?"));
        text(1, 1);

        assertThat(asked.get(2).conversation())
                .containsExactly(new Turn("Who came?", "About: Who came?", List.of(new Citation("a1", 1))));
        assertThat(asked.get(1).conversation()).isEmpty();
    }

    @Test
    void aQuestionWhoseAnswerCannotBeRecordedWaitsUntilItCan() {
        Database gone = Database.inFolder(folder.resolve("gone"));
        gone.close();
        CountDownLatch moreThanMost = new CountDownLatch(Lanes.MAX_ATTEMPTS + 1);
        AtomicBoolean writable = new AtomicBoolean();
        asking = question -> {
            moreThanMost.countDown();
            if (!writable.get()) {
                new AnswerRecords(gone).record(echo(question));
            }
            return echo(question);
        };
        api.deliver(IncomingUpdate.text(1, "What now?"));
        await(moreThanMost);
        assertThat(api.messagesTo(1)).isEmpty();
        writable.set(true);

        assertThat(text(1, 0)).startsWith("About: What now?");
    }

    @Test
    void anErrorIsApologisedForLikeAnyFailure() {
        asking = question -> {
            throw new LinkageError("no");
        };
        api.deliver(IncomingUpdate.text(1, "What now?"));

        assertThat(text(1, 0)).startsWith(FAILED);
    }

    @Test
    void anAnswerFollowsItsGroupWhenThatBecomesASupergroup() {
        api.deliver(IncomingUpdate.groupText(-100_777, Person.reader(1), "/ask Already here?"));
        text(-100_777, 0);
        api.failNext(
                "sendMessage",
                1,
                Fault.answer(
                        400,
                        "application/json",
                        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded to a"
                                + " supergroup chat\",\"parameters\":{\"migrate_to_chat_id\":-100777}}"));
        api.deliver(IncomingUpdate.groupText(-8, Person.reader(1), "/ask What now?"));

        assertThat(text(-100_777, 1)).startsWith("About: What now?");
    }

    @Test
    void anAbsurdTimeToWaitHoldsUpNoOtherChat() {
        api.failNext(
                "sendMessage",
                1,
                Fault.answer(
                        429,
                        "application/json",
                        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests\","
                                + "\"parameters\":{\"retry_after\":99999999999999999}}"));
        api.deliver(IncomingUpdate.text(1, "Held back?"));
        api.awaitCall("sendMessage", call -> true, SOON);
        api.deliver(IncomingUpdate.text(2, "What now?"));

        assertThat(text(2, 0)).startsWith("About: What now?");
        assertThat(api.messagesTo(1)).isEmpty();
    }

    @Test
    void aPrivateChatSeesWhatWasCheckedAsADraftThatGrowsAndThenTheMessage() {
        writing = listener -> {
            listener.checked(Answers.grounded("First statement."));
            api.awaitCall("sendMessageDraft", call -> true, SOON);
            List<String> two = List.of("First statement.", "Second <one>.");
            listener.checked(Answers.grounded(null, two, two));
            api.awaitCall(
                    "sendMessageDraft",
                    call -> call.arguments().path("text").asText().contains("Second"),
                    SOON);
        };
        int asked = api.deliver(IncomingUpdate.text(1, "What happened?")).messageId();

        assertThat(text(1, 0)).startsWith("About: What happened?");
        assertThat(api.calls("sendMessageDraft").stream()
                        .map(call -> call.arguments().path("text").asText()))
                .containsExactly("First statement. [1]", "First statement. [1] Second &lt;one&gt;. [2]");
        assertThat(api.calls("sendMessageDraft"))
                .allSatisfy(call ->
                        assertThat(call.arguments().path("draft_id").asInt()).isEqualTo(asked));
    }

    @Test
    void ofStatementsThatComeFastOnlyTheLastIsDraftedAndAFailingDraftChangesNothing() {
        api.failNext("sendMessageDraft", 9, Fault.badRequest("TEXTDRAFT_PEER_INVALID"));
        writing = listener -> {
            for (int n = 0; n < 20; n++) {
                listener.checked(Answers.grounded("Statement " + n + "."));
            }
        };
        api.deliver(IncomingUpdate.text(1, "What happened?"));

        assertThat(text(1, 0)).startsWith("About: What happened?");
        assertThat(api.calls("sendMessageDraft")).hasSize(1);
    }

    @Test
    void aGroupSeesNoDraft() {
        writing = listener -> listener.checked(Answers.grounded("First statement."));
        api.deliver(IncomingUpdate.groupText(-100_778, Person.reader(1), "/ask What happened?"));

        assertThat(text(-100_778, 0)).startsWith("About: What happened?");
        assertThat(api.calls("sendMessageDraft")).isEmpty();
    }

    @Test
    void moreInWordsGivesWhatTheButtonGivesAndWithoutAnAnswerBeforeItIsAQuestion() {
        api.deliver(IncomingUpdate.text(1, "More!"));
        assertThat(text(1, 0)).startsWith("About: More!");
        api.deliver(IncomingUpdate.text(1, "What happened?"));
        text(1, 1);
        api.deliver(IncomingUpdate.text(1, "Ещё…"));
        assertThat(text(1, 2)).isEqualTo("The article has no further passage about it.");
    }
}
