package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot killed at random moments, again and again, while several readers ask. */
class CrashIT {
    private static final int KILLS = 20;
    private static final int CHATS = 5;
    /** Below the number at which the bot declines a chat's further questions. */
    private static final int MOST_WAITING = 15;

    private static final Duration SOON = Duration.ofSeconds(60);
    /** For the answers to all that is left, {@value #CHATS} times {@value #MOST_WAITING} at the most, on a busy machine. */
    private static final Duration ALL_ANSWERED = Duration.ofMinutes(5);

    private static final Map<String, String> ANSWERS = Map.of(
            "How much did the repairs cost?", "The repairs cost 18 million dollars",
            "How many steel cables were replaced?", "Engineers replaced 240 steel cables",
            "Who cut the ribbon?", "Mayor Ellen Brandt cut the ribbon",
            "When did the first bus cross the bridge?", "The first bus crossed the bridge at noon");

    @TempDir
    Path folder;

    private final FakeBotApi api = FakeBotApi.start();
    private final Random random;

    /** What each chat asked, by the number of its message. */
    private final Map<Long, Map<Integer, String>> asked = new LinkedHashMap<>();

    CrashIT() throws IOException {
        long seed = Long.getLong("footnote.seed", System.nanoTime());
        System.out.println("CrashIT: to repeat it, -Dfootnote.seed=" + seed);
        random = new Random(seed);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void noQuestionIsLostHoweverOftenTheBotIsKilled() throws Exception {
        stopOnceCleanly();
        for (int kill = 1; kill <= KILLS; kill++) {
            try (BotProcess bot = BotProcess.start(folder, api)) {
                int polls = api.calls("getUpdates").size();
                ask(random.nextInt(CHATS) + 1);
                if (kill % 5 != 0) {
                    api.awaitThat(
                            "a poll", SOON, server -> server.calls("getUpdates").size() > polls);
                }
                int rest = random.nextInt(4);
                for (int n = 0; n < rest; n++) {
                    api.failNext("sendMessage", random.nextInt(3), Fault.delay(Duration.ofMillis(random.nextInt(100))));
                    Thread.sleep(random.nextInt(250));
                    ask(random.nextInt(CHATS) + 1);
                }
                Thread.sleep(random.nextInt(kill % 5 == 0 ? 1_500 : 500));
                bot.kill();
            }
            api.clearFaults();
            assertThat(duplicates()).as("duplicates after " + kill + " kills").isLessThanOrEqualTo(kill);
        }
        try (BotProcess bot = BotProcess.start(folder, api)) {
            api.awaitThat(
                    "all answers",
                    ALL_ANSWERED,
                    server -> asked.keySet().stream()
                            .allMatch(chat -> unanswered(chat).isEmpty()));
            bot.awaitLine(BotProcess.READY, SOON);
        }
        System.out.println("CrashIT: "
                + asked.values().stream().mapToInt(Map::size).sum() + " questions, " + duplicates() + " duplicates");

        asked.forEach((chat, questions) -> {
            List<Integer> replied = repliedTo(chat);
            assertThat(replied).as("order in chat " + chat).isSorted();
            assertThat(new HashSet<>(replied)).isEqualTo(questions.keySet());
        });
        for (SentMessage message : sent()) {
            String question = asked.getOrDefault(message.chatId(), Map.of()).get(numberOf(message));
            assertThat(message.text()).startsWith(ANSWERS.get(question));
        }
        assertThat(duplicates()).isLessThanOrEqualTo(KILLS);
        assertThat(api.violations()).isEmpty();
    }

    /** Leaves an archive of the loaded classes, with which the next starts take half the time. */
    private void stopOnceCleanly() throws IOException, InterruptedException {
        try (BotProcess bot = BotProcess.start(folder, api)) {
            bot.awaitLine(BotProcess.READY, SOON);
            bot.terminate();
            bot.awaitEnd(SOON);
        }
    }

    private void ask(int count) {
        List<String> questions = ANSWERS.keySet().stream().sorted().toList();
        for (int n = 0; n < count; n++) {
            long chat = 1_000L + random.nextInt(CHATS);
            if (unanswered(chat).size() == MOST_WAITING) {
                continue;
            }
            String question = questions.get(random.nextInt(questions.size()));
            int number = api.deliver(IncomingUpdate.text(chat, question)).messageId();
            asked.computeIfAbsent(chat, unseen -> new LinkedHashMap<>()).put(number, question);
        }
    }

    private List<SentMessage> sent() {
        return asked.keySet().stream()
                .flatMap(chat -> api.messagesTo(chat).stream())
                .toList();
    }

    private List<Integer> repliedTo(long chat) {
        return api.messagesTo(chat).stream().map(CrashIT::numberOf).toList();
    }

    private static int numberOf(SentMessage reply) {
        return reply.arguments().at("/reply_parameters/message_id").asInt();
    }

    private int duplicates() {
        return asked.keySet().stream()
                .map(this::repliedTo)
                .mapToInt(replied -> replied.size() - new HashSet<>(replied).size())
                .sum();
    }

    private List<Integer> unanswered(long chat) {
        List<Integer> left = new ArrayList<>(asked.getOrDefault(chat, Map.of()).keySet());
        left.removeAll(repliedTo(chat));
        return left;
    }
}
