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
import org.junit.jupiter.api.io.TempDir;

/**
 * A burst of questions with faults all along and a {@code kill -9} in the middle, ten from each chat. With the chats given
 * by {@code -Dfootnote.burst=200} these are two thousand, which takes some minutes at Telegram's rates.
 */
class BurstIT {
    private static final int CHATS = Integer.getInteger("footnote.burst", 20);
    private static final int QUESTIONS = 10;
    private static final int FAULTS_OF_A_KIND = 6;
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final List<String> ASKED = List.of(
            "How much did the repairs cost?",
            "How many steel cables were replaced?",
            "Who cut the ribbon?",
            "When did the first bus cross the bridge?");

    /** The most memory that the process may have taken in, in kB, whatever the burst. */
    private static final long MOST_MEMORY = 1_000_000;

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
        api.limitFlood(1, 30, Duration.ofSeconds(1));
        ask(new Random(7));
        long started = System.nanoTime();
        long memory;
        try (BotProcess bot = BotProcess.start(folder, api)) {
            failUntil(0, FAULTS_OF_A_KIND / 2);
            memory = peakMemory(bot.pid());
            bot.kill();
        }
        int duplicatesBefore = duplicates();
        try (BotProcess bot = BotProcess.start(folder, api)) {
            failUntil(FAULTS_OF_A_KIND / 2, FAULTS_OF_A_KIND);
            awaitAnswers(CHATS * QUESTIONS);
            bot.awaitLine(BotProcess.READY, SOON);
            memory = Math.max(memory, peakMemory(bot.pid()));
        }
        System.out.println("BurstIT: " + CHATS * QUESTIONS + " questions, " + duplicates() + " duplicates ("
                + duplicatesBefore + " before the kill), " + (System.nanoTime() - started) / 1_000_000_000L
                + " s, peak "
                + memory / 1_000 + " MB");

        asked.forEach((chat, numbers) -> {
            List<Integer> replied = repliedTo(chat);
            assertThat(replied).as("order in chat " + chat).isSorted();
            assertThat(new HashSet<>(replied)).as("chat " + chat).isEqualTo(new HashSet<>(numbers));
        });
        api.messagesTo(asked.keySet().iterator().next())
                .forEach(answer -> assertThat(answer.text()).contains("[1]"));
        assertThat(duplicates()).isLessThanOrEqualTo(1 + FAULTS_OF_A_KIND);
        assertThat(memory).isLessThan(MOST_MEMORY);
        assertThat(api.violations()).isEmpty();
    }

    private void ask(Random random) {
        for (int round = 0; round < QUESTIONS; round++) {
            for (long chat = 1_001; chat <= 1_000 + CHATS; chat++) {
                String question = ASKED.get(random.nextInt(ASKED.size()));
                int number = api.deliver(IncomingUpdate.text(chat, question)).messageId();
                asked.computeIfAbsent(chat, unseen -> new ArrayList<>()).add(number);
            }
        }
    }

    /** Lets something of each kind go wrong whenever another share of the questions is answered. */
    private void failUntil(int from, int to) {
        for (int share = from; share < to; share++) {
            api.failNext("sendMessage", 1, Fault.tooManyRequests(1));
            api.failNext("sendMessage", 2, Fault.badGateway());
            api.failNext("sendMessage", 1, Fault.dropAfterProcessing());
            api.failNext("sendMessage", 1, Fault.dropBeforeProcessing());
            awaitAnswers(CHATS * QUESTIONS * (share + 1) / (FAULTS_OF_A_KIND + 1));
        }
    }

    private void awaitAnswers(int count) {
        api.awaitThat(count + " answers", LONG, server -> answers() - duplicates() >= count);
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
                .map(reply ->
                        reply.arguments().at("/reply_parameters/message_id").asInt())
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
