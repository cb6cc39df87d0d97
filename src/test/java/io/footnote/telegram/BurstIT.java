package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two thousand questions from two hundred chats at once, with faults and a {@code kill -9} in the middle. It takes some
 * minutes at Telegram's rates, so it runs only when asked for: {@code -Dfootnote.burst=true}.
 */
@EnabledIfSystemProperty(named = "footnote.burst", matches = "true")
class BurstIT {
    private static final int CHATS = 200;
    private static final int QUESTIONS = 10;
    private static final int DROPPED = 5;
    private static final Duration LONG = Duration.ofMinutes(8);
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final List<String> ASKED = List.of(
            "How much did the repairs cost?",
            "How many steel cables were replaced?",
            "Who cut the ribbon?",
            "When did the first bus cross the bridge?");

    /** The most memory that the process may have taken in, in kB. */
    private static final long MOST_MEMORY = 1_500_000;

    @TempDir
    Path folder;

    private final FakeBotApi api = FakeBotApi.start();
    private final Map<Long, List<Integer>> asked = new HashMap<>();

    BurstIT() throws IOException {}

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void everyQuestionOfABurstIsAnsweredInOrder() throws Exception {
        Random random = new Random(7);
        api.limitFlood(1, 30, Duration.ofSeconds(1));
        for (int round = 0; round < QUESTIONS; round++) {
            for (long chat = 1_001; chat <= 1_000 + CHATS; chat++) {
                String question = ASKED.get(random.nextInt(ASKED.size()));
                int number = api.deliver(IncomingUpdate.text(chat, question)).messageId();
                asked.computeIfAbsent(chat, unseen -> new ArrayList<>()).add(number);
            }
        }
        for (int fault = 0; fault < DROPPED; fault++) {
            api.failNext("sendMessage", 1, Fault.tooManyRequests(1));
            api.failNext("sendMessage", 2, Fault.badGateway());
            api.failNext("sendMessage", 1, Fault.dropAfterProcessing());
            api.failNext("sendMessage", 1, Fault.dropBeforeProcessing());
        }
        long started = System.nanoTime();
        try (BotProcess bot = BotProcess.start(folder, api)) {
            api.awaitThat("a third of the answers", LONG, server -> answers() > CHATS * QUESTIONS / 3);
            bot.kill();
        }
        int duplicatesBefore = duplicates();
        long memory;
        try (BotProcess bot = BotProcess.start(folder, api)) {
            api.awaitThat("all answers", LONG, server -> answers() - duplicates() >= CHATS * QUESTIONS);
            bot.awaitLine(BotProcess.READY, SOON);
            memory = peakMemory(bot.pid());
        }
        System.out.println("BurstIT: " + CHATS * QUESTIONS + " questions, " + duplicates() + " duplicates ("
                + duplicatesBefore + " before the kill), " + (System.nanoTime() - started) / 1_000_000_000L + " s, peak "
                + memory / 1_000 + " MB");

        asked.forEach((chat, numbers) -> {
            List<Integer> replied = repliedTo(chat);
            assertThat(replied).as("order in chat " + chat).isSorted();
            assertThat(new HashSet<>(replied)).as("chat " + chat).isEqualTo(new HashSet<>(numbers));
        });
        assertThat(duplicates()).isLessThanOrEqualTo(1 + DROPPED);
        assertThat(memory).isLessThan(MOST_MEMORY);
        assertThat(api.violations()).isEmpty();
    }

    private int answers() {
        return asked.keySet().stream()
                .mapToInt(chat -> api.messagesTo(chat).size())
                .sum();
    }

    private int duplicates() {
        return asked.keySet().stream()
                .map(this::repliedTo)
                .mapToInt(replied -> replied.size() - new HashSet<>(replied).size())
                .sum();
    }

    private List<Integer> repliedTo(long chat) {
        return api.messagesTo(chat).stream()
                .map(reply -> reply.arguments().at("/reply_parameters/message_id").asInt())
                .toList();
    }

    private static long peakMemory(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0; // only Linux tells
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
