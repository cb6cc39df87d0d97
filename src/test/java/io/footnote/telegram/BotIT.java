package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers get from the bot, which runs as a process of its own against a server that behaves like Telegram's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BotIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String QUESTION = "How much did the repairs cost?";
    private static final String TOO_MANY = "This question came while 20 others";
    private static final String COST = "The repairs cost 18 million dollars, the city council said.";

    private final AtomicLong ids = new AtomicLong(1_000);
    private final FakeBotApi api = FakeBotApi.start();
    private BotProcess bot;

    BotIT() throws IOException {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        bot = BotProcess.start(folder, api, FakeBotApi.TOKEN, "--verbose");
        bot.awaitLine(BotProcess.READY, Duration.ofSeconds(60));
    }

    @AfterAll
    void stop() throws InterruptedException {
        bot.kill();
        api.close();
    }

    @AfterEach
    void everyCallWasValidAndTheLogKeepsQuiet() {
        assertThat(api.violations()).isEmpty();
        assertThat(bot.isAlive()).as(bot.said()).isTrue();
        assertThat(bot.said()).doesNotContain(FakeBotApi.TOKEN.substring(10), "cost", "bot412", "Exception: ");
    }

    private Person somebody() {
        return Person.reader(ids.incrementAndGet());
    }

    private SentMessage replyTo(Person person, String text) {
        api.deliver(IncomingUpdate.text(person, text));
        return api.awaitMessage(person.id(), SOON);
    }

    @Test
    void aQuestionIsAnsweredWithItsSourceFoldedUnderIt() {
        Person reader = somebody();
        int asked = api.deliver(IncomingUpdate.text(reader, QUESTION)).messageId();

        SentMessage answer = api.awaitMessage(reader.id(), SOON);

        assertThat(answer.text())
                .startsWith(COST + " [1]\n\n[1] Harbour bridge")
                .contains(", sentence 4 of 10\n" + COST);
        assertThat(answer.source()).contains("<blockquote expandable>[1] <b>Harbour bridge");
        assertThat(answer.arguments().at("/reply_parameters/message_id").asInt())
                .isEqualTo(asked);
        assertThat(answer.arguments().at("/link_preview_options/is_disabled").asBoolean())
                .isTrue();
        assertThat(api.calls("sendChatAction"))
                .anyMatch(call -> call.arguments().path("chat_id").asLong() == reader.id()
                        && call.arguments().path("action").asText().equals("typing"));
    }

    @Test
    void theSummaryThatStartOffersIsCitedAndItsSourcesOpenLikeThoseOfAnyAnswer() {
        Person reader = somebody();
        SentMessage start = replyTo(reader, "/start");
        String summary = start.arguments()
                .at("/reply_markup/inline_keyboard/0/0/callback_data")
                .asText();
        api.deliver(IncomingUpdate.callback(reader, start, summary));
        SentMessage shown = api.awaitMessages(reader.id(), 2, SOON).get(1);

        assertThat(shown.text())
                .startsWith("In short: Harbour bridge")
                .contains(" [1]\n\n", " [3]\n\n[1] Harbour bridge");
        String source = shown.arguments()
                .at("/reply_markup/inline_keyboard/0/1/callback_data")
                .asText();
        api.deliver(IncomingUpdate.callback(reader, shown, source));
        api.awaitThat(
                "the source",
                SOON,
                server -> server.messagesTo(reader.id()).get(1).text().startsWith("[2] Harbour bridge"));
    }

    @Test
    void theTimelineOfAnArticleWithoutDatesSaysSo() {
        assertThat(replyTo(somebody(), "/timeline").text()).startsWith("The article gives no dates.");
    }

    @Test
    void whatTheArticleDoesNotSayIsNotAnsweredAndTheNearestSentenceCarriesNoMarker() {
        SentMessage answer = replyTo(somebody(), "Who won the football world cup in Brazil?");

        assertThat(answer.text())
                .startsWith("The article does not say")
                .contains("This comes nearest:")
                .doesNotContain("[");
    }

    @Test
    void questionsOfAChatAreAnsweredInOrder() {
        Person reader = somebody();
        api.deliver(IncomingUpdate.text(reader, "/ask How many steel cables were replaced?"));
        api.deliver(IncomingUpdate.text(reader, QUESTION));
        api.deliver(IncomingUpdate.text(reader, "Who cut the ribbon?"));

        assertThat(api.awaitMessages(reader.id(), 3, SOON))
                .extracting(SentMessage::text)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Engineers replaced 240"),
                        second -> assertThat(second).startsWith(COST),
                        third -> assertThat(third).startsWith("Mayor Ellen Brandt cut"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /start          | Ask me about this article:
        /start a_17     | There is no such article any more
        /START@Footnote_Bot | Ask me about this article:
        /help           | Write a question. In a group:
        /ask            | Write the question after the command
        /ask@footnote_bot | Write the question after the command
        /nonsense       | I do not know this command
        ?!…             | The question has no words in it
        """)
    void everythingElseSaidInWordsGetsOneMessage(String text, String expected) {
        assertThat(replyTo(somebody(), text).text()).startsWith(expected);
    }

    @Test
    void anEnormousQuestionIsRefusedWithItsLengthAndTheMost() {
        assertThat(replyTo(somebody(), "why ".repeat(1_000)).text()).contains("3,999", "1,000");
    }

    @Test
    void stickersAndPhotosAreDeclined() {
        Person reader = somebody();
        api.deliver(IncomingUpdate.sticker(reader));
        api.deliver(IncomingUpdate.photo(reader, QUESTION));

        assertThat(api.awaitMessages(reader.id(), 2, SOON))
                .extracting(SentMessage::text)
                .containsOnly("I answer questions in text: write yours in words.");
    }

    @Test
    void aMessageThatBecomesAQuestionIsAnswered() {
        Person reader = somebody();
        int asked = api.deliver(IncomingUpdate.text(reader, "/help")).messageId();
        api.deliver(IncomingUpdate.edited(reader, asked, QUESTION));

        assertThat(api.awaitMessages(reader.id(), 2, SOON).get(1).text()).startsWith(COST);
    }

    @Test
    void aGroupHearsTheBotOnlyWhenItIsMeant() {
        Person reader = somebody();
        long group = -reader.id();
        api.deliver(IncomingUpdate.groupText(group, reader, "How much did it cost?"));
        api.deliver(IncomingUpdate.groupText(group, reader, "/ask@other_bot " + QUESTION));
        api.deliver(IncomingUpdate.groupText(group, reader, "/help"));
        api.deliver(IncomingUpdate.fromBot(group, 99, "/ask " + QUESTION));
        api.deliver(IncomingUpdate.groupText(group, reader, "/ask@footnote_bot " + QUESTION));
        SentMessage first = api.awaitMessage(group, SOON);
        var follow = IncomingUpdate.groupText(group, reader, "Who cut the ribbon?");
        var earlier = ((ObjectNode) follow.get("message")).putObject("reply_to_message");
        earlier.put("message_id", first.messageId()).put("date", 1).put("text", first.text());
        earlier.set("from", FakeBotApi.botUser());
        earlier.set("chat", follow.at("/message/chat").deepCopy());
        api.deliver(follow);
        api.deliver(IncomingUpdate.groupText(group, reader, "/ask who said so?"));

        assertThat(api.awaitMessages(group, 3, SOON))
                .extracting(SentMessage::text)
                .satisfiesExactly(
                        one -> assertThat(one).startsWith(COST),
                        two -> assertThat(two).startsWith("Mayor Ellen Brandt"),
                        three -> assertThat(three).isNotEmpty());
    }

    @Test
    void updatesThatNobodyUnderstandsBlockNothing() {
        Person reader = somebody();
        api.deliverRaw("{\"message\":{\"message_id\":\"nine\",\"date\":[],\"chat\":5}}");
        api.deliverRaw(IncomingUpdate.unknownKind(reader).toString());
        long last = api.deliverRaw("{\"poll\":{\"id\":\"7\"}}").updateId();

        assertThat(replyTo(reader, QUESTION).text()).startsWith(COST);
        api.awaitConfirmed(last, SOON);
    }

    @Test
    void updateIdsMayRestartLower() {
        assertThat(replyTo(somebody(), QUESTION).text()).startsWith(COST);
        api.restartUpdateIds(1_000 + (int) ids.incrementAndGet());

        Person reader = somebody();
        long id = api.deliver(IncomingUpdate.text(reader, QUESTION)).updateId();

        assertThat(api.awaitMessage(reader.id(), SOON).text()).startsWith(COST);
        api.awaitConfirmed(id, SOON);
        assertThat(api.messagesTo(reader.id())).hasSize(1);
    }

    @Test
    void aMessageThatTelegramPutsOffIsSentWhenItMayBeAndLosesNothing() {
        api.failNext("sendMessage", 1, Fault.tooManyRequests(2));
        Person reader = somebody();

        assertThat(replyTo(reader, QUESTION).text()).startsWith(COST);

        var calls = api.calls("sendMessage").stream()
                .filter(call -> call.arguments().path("chat_id").asLong() == reader.id())
                .toList();
        assertThat(calls).hasSize(2);
        assertThat(Duration.between(calls.get(0).at(), calls.get(1).at()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void failuresOfTheServerAreOutlived() {
        api.failNext("sendMessage", 2, Fault.badGateway());
        api.failNext("sendMessage", 1, Fault.internalServerError());
        api.failNext("sendMessage", 1, Fault.dropBeforeProcessing());
        api.failNext("getUpdates", 1, Fault.badGateway());
        api.failNext("getUpdates", 1, Fault.dropAfterProcessing());
        api.failNext("getUpdates", 1, Fault.tooManyRequests(1));
        api.failNext("sendChatAction", 1, Fault.internalServerError());
        Person reader = somebody();

        assertThat(replyTo(reader, QUESTION).text()).startsWith(COST);
        assertThat(api.messagesTo(reader.id())).hasSize(1);
    }

    @Test
    void aDroppedConnectionCostsAtMostADuplicate() {
        api.failNext("sendMessage", 1, Fault.dropAfterProcessing());
        Person reader = somebody();
        api.deliver(IncomingUpdate.text(reader, QUESTION));

        assertThat(api.awaitMessages(reader.id(), 2, SOON))
                .extracting(SentMessage::text)
                .allMatch(text -> text.startsWith(COST));
    }

    @Test
    void aReaderWhoBlockedTheBotHoldsUpNobody() {
        api.failNext("sendMessage", 1, Fault.blockedByUser());
        Person blocker = somebody();
        api.deliver(IncomingUpdate.text(blocker, QUESTION));
        api.awaitCall("sendMessage", call -> call.arguments().path("chat_id").asLong() == blocker.id(), SOON);

        assertThat(replyTo(somebody(), QUESTION).text()).startsWith(COST);
        assertThat(replyTo(blocker, "/help").text()).startsWith("Write a question");
    }

    @Test
    void markupThatTelegramRefusesIsSentPlain() {
        api.failNext("sendMessage", 1, Fault.badRequest("can't parse entities: Unsupported start tag \"x\""));

        SentMessage answer = replyTo(somebody(), QUESTION);

        assertThat(answer.arguments().has("parse_mode")).isFalse();
        assertThat(answer.text())
                .startsWith(COST + " [1]\n\n[1] Harbour bridge")
                .contains(", sentence 4 of 10\n" + COST);
    }

    @Test
    void aFloodFromOneChatIsDeclinedPolitelyAndInOrder() {
        Person reader = somebody();
        api.failNext("getUpdates", 1, Fault.delay(Duration.ofMillis(500)));
        for (int n = 0; n < 25; n++) {
            api.deliver(IncomingUpdate.text(reader, QUESTION));
        }

        var replies = api.awaitMessages(reader.id(), 25, Duration.ofSeconds(90));

        assertThat(replies)
                .extracting(message ->
                        message.arguments().at("/reply_parameters/message_id").asInt())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(replies)
                .extracting(SentMessage::text)
                .allMatch(text -> text.startsWith(COST) || text.startsWith(TOO_MANY))
                .anyMatch(text -> text.startsWith(TOO_MANY));
    }
}
