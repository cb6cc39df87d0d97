package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The server seen through the library that the bot uses. */
class TelegramLibraryIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakeBotApi api = FakeBotApi.start();
    private final OkHttpClient http =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    private final ScheduledExecutorService polling = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("polling").factory());
    private final BlockingQueue<Update> received = new LinkedBlockingQueue<>();
    private final TelegramUrl url = new TelegramUrl("http", "127.0.0.1", api.port(), false);
    private final TelegramClient client = new OkHttpTelegramClient(http, FakeBotApi.TOKEN, url);

    TelegramLibraryIT() throws IOException {}

    @BeforeEach
    void opensAChat() {
        api.openChat(7);
    }

    @AfterEach
    void closes() {
        polling.shutdownNow();
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        api.close();
    }

    @Test
    void sendsAndEditsAMessageWithSourcesAndButtons() throws TelegramApiException {
        int asked = api.deliver(IncomingUpdate.text(7, "who?")).messageId();
        Message sent = client.execute(SendMessage.builder()
                .chatId(7L)
                .text("Two <b>died</b> &amp; [1]\n<blockquote expandable>1. Two died.</blockquote>")
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(true).build())
                .replyParameters(ReplyParameters.builder().messageId(asked).build())
                .replyMarkup(buttons())
                .build());
        client.execute(EditMessageText.builder()
                .chatId(7L)
                .messageId(sent.getMessageId())
                .text("Two died")
                .build());

        assertThat(sent.getMessageId()).isEqualTo(asked + 1);
        assertThat(sent.getText()).isEqualTo("Two died & [1]\n1. Two died.");
        assertThat(sent.getEntities())
                .extracting(entity -> entity.getType() + " " + entity.getText())
                .containsExactly("bold died", "expandable_blockquote 1. Two died.");
        assertThat(api.messagesTo(7)).singleElement().satisfies(now -> {
            assertThat(now.text()).isEqualTo("Two died");
            assertThat(now.edits()).isEqualTo(1);
        });
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void callsTheOtherMethodsOfABotAsTheSpecificationHasThem() throws TelegramApiException {
        SetMyCommands commands = SetMyCommands.builder()
                .command(new BotCommand("ask", "Ask about the article"))
                .scope(BotCommandScopeChat.builder().chatId("7").build())
                .languageCode("en")
                .build();
        client.execute(commands);
        client.execute(SendChatAction.builder().chatId(7L).action("typing").build());
        client.execute(SendMessageDraft.builder().chatId(7L).draftId(1).text("").build());
        Message sent = client.execute(new SendMessage("7", "hello"));
        api.deliver(IncomingUpdate.callback(Person.reader(7), api.awaitMessage(7, SOON), "more"));
        client.execute(AnswerCallbackQuery.builder()
                .callbackQueryId(api.unansweredCallbacks().iterator().next())
                .build());
        client.execute(new DeleteMessage("7", sent.getMessageId()));
        client.execute(SendPhoto.builder()
                .chatId(7L)
                .photo(new InputFile(
                        new ByteArrayInputStream("not really".getBytes(StandardCharsets.UTF_8)), "answer.png"))
                .caption("An answer")
                .build());

        assertThat(client.execute(new GetMyCommands())).as("another scope").isEmpty();
        assertThat(client.execute(GetMyCommands.builder()
                        .scope(commands.getScope())
                        .languageCode("en")
                        .build()))
                .extracting(BotCommand::getCommand)
                .containsExactly("ask");
        assertThat(client.execute(new GetMe()).getUserName()).isEqualTo("footnote_bot");
        assertThat(api.messagesTo(7)).extracting(SentMessage::deleted).containsExactly(true, false);
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void readsHowLongToWaitFromARefusal() {
        api.failNext("sendMessage", 1, Fault.tooManyRequests(7));

        TelegramApiRequestException refusal = refusal(new SendMessage("7", "hello"));

        assertThat(refusal.getErrorCode()).isEqualTo(429);
        assertThat(refusal.getParameters().getRetryAfter()).isEqualTo(7);
        assertThat(api.messagesTo(7)).isEmpty();
    }

    @Test
    void readsTelegramsWordsFromRefusals() throws TelegramApiException {
        SendMessage broken =
                SendMessage.builder().chatId(7L).text("<b>x").parseMode("HTML").build();
        assertThat(refusal(broken).getApiResponse())
                .isEqualTo("Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"");

        api.failNext("sendMessage", 1, Fault.blockedByUser());
        assertThat(refusal(new SendMessage("7", "hello")).getApiResponse())
                .isEqualTo("Forbidden: bot was blocked by the user");

        Message sent = client.execute(new SendMessage("7", "hello"));
        EditMessageText same = EditMessageText.builder()
                .chatId(7L)
                .messageId(sent.getMessageId())
                .text("hello")
                .build();
        TelegramApiRequestException refused =
                catchThrowableOfType(TelegramApiRequestException.class, () -> client.execute(same));
        assertThat(refused.getApiResponse()).startsWith("Bad Request: message is not modified: ");
    }

    @Test
    void refusesAWrongToken() {
        String wrong = FakeBotApi.TOKEN.replace("AAF", "AAX");
        TelegramClient stranger = new OkHttpTelegramClient(http, wrong, url);

        TelegramApiRequestException refusal = catchThrowableOfType(
                TelegramApiRequestException.class, () -> stranger.execute(new SendMessage("7", "hello")));

        assertThat(refusal.getErrorCode()).isEqualTo(401);
    }

    @Test
    void leavesTheOutcomeUnknownWhenTheConnectionDropsAfterTheEffect() {
        api.failNext("sendMessage", 1, Fault.dropAfterProcessing());

        TelegramApiException unknown =
                catchThrowableOfType(TelegramApiException.class, () -> client.execute(new SendMessage("7", "hello")));

        assertThat(unknown).hasRootCauseInstanceOf(IOException.class);
        assertThat(api.messagesTo(7)).hasSize(1);
    }

    @Test
    void cannotBeReachedWhileItIsDown() throws Exception {
        api.stop();
        assertThat(catchThrowableOfType(
                        TelegramApiException.class, () -> client.execute(new SendMessage("7", "hello"))))
                .hasRootCauseInstanceOf(ConnectException.class);

        api.restart();
        assertThat(client.execute(new SendMessage("7", "hello")).getMessageId()).isEqualTo(1);
    }

    @Test
    void pollsEveryKindOfUpdateAndConfirmsIt() throws Exception {
        try (TelegramBotsLongPollingApplication app = polls(received::addAll)) {
            long text = api.deliver(IncomingUpdate.text(7, "/ask who?")).updateId();
            api.deliver(IncomingUpdate.sticker(Person.reader(7)));
            long last =
                    api.deliver(IncomingUpdate.unknownKind(Person.reader(7))).updateId();

            assertThat(next().getUpdateId()).isEqualTo(Math.toIntExact(text));
            assertThat(next().getMessage().hasSticker()).isTrue();
            assertThat(next()).extracting(Update::hasMessage).isEqualTo(false);
            api.awaitConfirmed(last, SOON);
            assertThat(app.isRunning()).isTrue();
        }
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void deliversAgainWhatWasLostOnTheWay() throws Exception {
        api.failNext("getUpdates", 1, Fault.dropAfterProcessing());
        long id = api.deliver(IncomingUpdate.text(7, "who?")).updateId();

        try (TelegramBotsLongPollingApplication app = polls(received::addAll)) {
            assertThat(next().getUpdateId()).isEqualTo(Math.toIntExact(id));
            api.awaitConfirmed(id, SOON);
            assertThat(api.deliveries(id)).isEqualTo(2);
            assertThat(app.isRunning()).isTrue();
        }
    }

    @Test
    void carriesOnPollingAfterAnOutage() throws Exception {
        try (TelegramBotsLongPollingApplication app = polls(received::addAll)) {
            api.deliver(IncomingUpdate.text(7, "who?"));
            next();
            api.stop();
            long id = api.deliver(IncomingUpdate.text(7, "and when?")).updateId();
            api.restart();

            assertThat(next().getUpdateId()).isEqualTo(Math.toIntExact(id));
            assertThat(app.isRunning()).isTrue();
        }
    }

    @Test
    void blocksTheQueueWithAnUpdateThatDoesNotParse() throws Exception {
        long bad = api.deliverRaw("{\"message\":{\"message_id\":\"nine\",\"date\":[],\"chat\":5}}")
                .updateId();
        api.deliver(IncomingUpdate.text(7, "who?"));

        try (TelegramBotsLongPollingApplication app = polls(received::addAll)) {
            api.awaitThat("three attempts", SOON, server -> server.deliveries(bad) >= 3);
            assertThat(app.isRunning()).isTrue();
        }
        assertThat(received).isEmpty();
    }

    @Test
    void deliversLowerIdsAgainAndAgainToAPollerThatRemembersHighOnes() throws Exception {
        try (TelegramBotsLongPollingApplication app = polls(received::addAll)) {
            api.awaitConfirmed(api.deliver(IncomingUpdate.text(7, "who?")).updateId(), SOON);
            next();
            api.restartUpdateIds(1000);
            long low = api.deliver(IncomingUpdate.text(7, "and when?")).updateId();

            api.awaitThat("three attempts", SOON, server -> server.deliveries(low) >= 3);
            assertThat(low).isEqualTo(1000);
            assertThat(app.isRunning()).isTrue();
        }
        assertThat(received).isEmpty();
    }

    private interface Consumer {
        void accept(List<Update> updates);
    }

    private TelegramBotsLongPollingApplication polls(Consumer consumer) throws TelegramApiException {
        TelegramBotsLongPollingApplication app =
                new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> http, () -> polling, ShortPause::new);
        app.registerBot(FakeBotApi.TOKEN, () -> url, new DefaultGetUpdatesGenerator(), consumer::accept);
        return app;
    }

    private Update next() throws InterruptedException {
        Update update = received.poll(20, TimeUnit.SECONDS);
        if (update == null) {
            throw new AssertionError("no update came");
        }
        return update;
    }

    private TelegramApiRequestException refusal(SendMessage message) {
        return catchThrowableOfType(TelegramApiRequestException.class, () -> client.execute(message));
    }

    private static InlineKeyboardMarkup buttons() {
        InlineKeyboardButton button =
                InlineKeyboardButton.builder().text("More").callbackData("more").build();
        return InlineKeyboardMarkup.builder()
                .keyboardRow(new InlineKeyboardRow(button))
                .build();
    }

    private static final class ShortPause implements BackOff {
        @Override
        public void reset() {}

        @Override
        public long nextBackOffMillis() {
            return 20;
        }
    }
}
