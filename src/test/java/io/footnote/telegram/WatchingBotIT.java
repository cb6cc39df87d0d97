package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.storage.Database;
import io.footnote.storage.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot serves the library while a folder is watched into it: what readers get before and after each change. */
class WatchingBotIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Person READER = Person.reader(7_001);
    private static final String COST = "How much did the repairs cost?";
    private static final String FERRY = """
        Night ferry to Sorrel Island starts in May

        A night ferry to Sorrel Island starts in May. It leaves Marlow Bay at eleven in the evening. Captain Ida Moss
        will command it. Tickets go on sale next week.
        """;

    private static final String MARKET = """
        Fish market moves to the old station

        The fish market moves to the old station in June. Stallholders had asked for a roof since the storm.
        """;

    @TempDir
    Path folder;

    private int messages;

    @Test
    void whatChangesInTheFolderChangesWhatReadersGet() throws Exception {
        Path watched = Files.createDirectory(folder.resolve("watched"));
        Path bridge = settled(watched.resolve("bridge.txt"), BotProcess.ARTICLE);
        settled(watched.resolve("broken.pdf"), "%PDF-1.7 and nothing more");
        settled(watched.resolve("notes.bin"), "no article");
        try (FakeBotApi api = FakeBotApi.start();
                BotProcess bot = BotProcess.start(
                        folder, api, FakeBotApi.TOKEN, "--library", "--watch", watched.toString(), "--every", "5");
                Database database = opened(bot)) {
            Library library = new Library(database, InstantSource.system());
            SentMessage old = asked(api, COST);
            assertThat(old.text()).contains("18 million");

            settled(watched.resolve("ferry.txt"), FERRY);
            await(library, now -> now.list().size() == 2);
            assertThat(asked(api, "Who will command the ferry?").text()).contains("Ida Moss");
            String bridgeId = library.find(1).orElseThrow().current().id();
            assertThat(asked(api, "/start a_" + bridgeId).text()).contains("Harbour bridge");

            settled(bridge, BotProcess.ARTICLE.replace("18 million", "21 million"));
            await(library, now -> now.find(1).orElseThrow().versions().size() == 2);
            assertThat(asked(api, COST).text()).contains("21 million");
            String source = old.arguments()
                    .at("/reply_markup/inline_keyboard/0/0/callback_data")
                    .asText();
            api.deliver(IncomingUpdate.callback(READER, old, source));
            api.awaitThat(
                    "how the sentence reads now",
                    SOON,
                    server -> server.messagesTo(READER.id())
                            .getFirst()
                            .text()
                            .contains("It now reads: The repairs cost 21 million"));

            Files.delete(bridge);
            settled(watched.resolve("market.txt"), MARKET);
            await(library, now -> now.list().size() == 3);
            assertThat(asked(api, COST).text())
                    .as("a file deleted is no article removed")
                    .contains("21 million");

            library.remove(1);
            assertThat(asked(api, COST).text()).doesNotContain("million");
            assertThat(asked(api, "/article").text()).startsWith("Questions here are about all articles.");

            assertThat(bot.said()).containsOnlyOnce("broken.pdf").doesNotContain("notes.bin", "\tat ");
            assertThat(api.violations()).isEmpty();
        }
    }

    private Database opened(BotProcess bot) throws InterruptedException {
        bot.awaitLine(BotProcess.READY, SOON);
        return Database.inFolder(folder.resolve("data"));
    }

    /** Writes a file that seems to have been left alone for a while. */
    private static Path settled(Path file, String text) throws IOException {
        Path hidden = Files.writeString(file.resolveSibling("." + file.getFileName()), text);
        Files.setLastModifiedTime(hidden, FileTime.from(Instant.now().minusSeconds(60)));
        return Files.move(hidden, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void await(Library library, Predicate<Library> condition) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!condition.test(library)) {
            assertThat(System.nanoTime() - deadline)
                    .as("the library should have followed")
                    .isNegative();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private SentMessage asked(FakeBotApi api, String text) {
        api.deliver(IncomingUpdate.text(READER, text));
        return api.awaitMessages(READER.id(), ++messages, SOON).get(messages - 1);
    }
}
