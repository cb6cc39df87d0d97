package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the bot starts, stops, and comes back. */
class BotProcessIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int TERMINATED = 128 + 15;
    private static final String QUESTION = "How much did the repairs cost?";

    @TempDir
    Path folder;

    private final FakeBotApi api = FakeBotApi.start();

    BotProcessIT() throws IOException {}

    @AfterEach
    void close() {
        api.close();
        assertThat(api.violations()).isEmpty();
    }

    @Test
    void aWrongTokenEndsItWithOneSentence() throws Exception {
        try (BotProcess bot = BotProcess.start(folder, api, FakeBotApi.TOKEN.replace("AAF", "AAX"))) {
            assertThat(bot.awaitEnd(SOON)).isEqualTo(1);
            assertThat(bot.said()).endsWith("footnote: " + Troubles.WRONG_TOKEN).doesNotContain("\tat ", "Exception");
        }
    }

    @Test
    void aMissingTokenEndsItWithOneSentence() throws Exception {
        try (BotProcess bot = BotProcess.start(folder, api, "")) {
            assertThat(bot.awaitEnd(SOON)).isEqualTo(1);
            assertThat(bot.said())
                    .startsWith("footnote: telegram.token is missing: set FOOTNOTE_TELEGRAM_TOKEN")
                    .doesNotContain("\n");
        }
    }

    @Test
    void aTokenRevokedWhileItRunsEndsIt() throws Exception {
        try (BotProcess bot = BotProcess.start(folder, api)) {
            bot.awaitLine(BotProcess.READY, SOON);
            api.failNext(
                    "getUpdates",
                    1,
                    Fault.answer(
                            401,
                            "application/json",
                            "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}"));
            api.deliver(IncomingUpdate.text(7, "/help"));

            assertThat(bot.awaitEnd(SOON)).isEqualTo(1);
            assertThat(bot.said()).endsWith("footnote: " + Troubles.WRONG_TOKEN);
        }
    }

    @Test
    void anApiThatIsDownAtTheStartIsWaitedFor() throws Exception {
        api.stop();
        try (BotProcess bot = BotProcess.start(folder, api)) {
            bot.awaitLine("footnote: " + Troubles.UNREACHABLE, SOON);
            api.failNext("deleteWebhook", 1, Fault.badGateway());
            api.deliver(IncomingUpdate.text(7, QUESTION));
            api.restart();

            assertThat(api.awaitMessage(7, SOON).text()).contains("18 million");
            bot.awaitLine("footnote: Telegram answers again.", SOON);
            bot.awaitLine(BotProcess.READY, SOON);
        }
    }

    @Test
    void anotherInstanceIsNamedAndOutlasted() throws Exception {
        String conflict = "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other getUpdates"
                + " request; make sure that only one bot instance is running\"}";
        api.failNext("getUpdates", 3, Fault.answer(409, "application/json", conflict));
        api.deliver(IncomingUpdate.text(7, QUESTION));
        try (BotProcess bot = BotProcess.start(folder, api)) {
            bot.awaitLine("footnote: " + Troubles.ANOTHER_INSTANCE, SOON);
            assertThat(api.awaitMessage(7, SOON).text()).contains("18 million");
            assertThat(bot.said()).containsOnlyOnce(Troubles.ANOTHER_INSTANCE);
        }
    }

    @Test
    void aSecondBotOnTheSameDataIsRefused() throws Exception {
        try (BotProcess first = BotProcess.start(folder, api)) {
            first.awaitLine(BotProcess.READY, SOON);
            try (BotProcess second = BotProcess.start(folder, api)) {
                assertThat(second.awaitEnd(SOON)).isEqualTo(1);
                assertThat(second.said()).startsWith("footnote: Another bot is running on the data folder");
            }
        }
    }

    @Test
    void whatItReceivedBeforeItWasKilledItAnswersWhenItIsBack() throws Exception {
        try (BotProcess bot = BotProcess.start(folder, api)) {
            bot.awaitLine(BotProcess.READY, SOON);
            api.failNext("sendMessage", 1_000, Fault.internalServerError());
            long id = api.deliver(IncomingUpdate.text(7, QUESTION)).updateId();
            api.awaitConfirmed(id, SOON);
            bot.kill();
        }
        api.clearFaults();
        assertThat(api.messagesTo(7)).isEmpty();

        try (BotProcess bot = BotProcess.start(folder, api)) {
            assertThat(api.awaitMessage(7, SOON).text()).contains("18 million");
            api.deliver(IncomingUpdate.text(7, "/help"));
            assertThat(api.awaitMessages(7, 2, SOON)).hasSize(2);
            assertThat(bot.isAlive()).isTrue();
        }
    }

    @Test
    void aSignalStopsItCleanly() throws Exception {
        try (BotProcess bot = BotProcess.start(folder, api)) {
            bot.awaitLine(BotProcess.READY, SOON);
            api.deliver(IncomingUpdate.text(7, QUESTION));
            api.awaitMessage(7, SOON);
            bot.terminate();

            assertThat(bot.awaitEnd(Duration.ofSeconds(20))).isEqualTo(TERMINATED);
            assertThat(bot.said()).endsWith(BotProcess.READY);
        }
    }
}
