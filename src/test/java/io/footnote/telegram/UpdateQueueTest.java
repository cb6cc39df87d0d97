package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UpdateQueueTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    private final CountDownLatch firstPoll = new CountDownLatch(1);
    private final UpdateQueue queue = new UpdateQueue(firstPoll::countDown);

    @Test
    void handsAnUpdateOutUntilAHigherOffsetConfirmsIt() throws Exception {
        long first = queue.add(text("one"), false);
        long second = queue.add(text("two"), false);

        assertThat(poll(0, 100)).containsExactly(first, second);
        assertThat(poll(first, 100)).containsExactly(first, second);
        assertThat(poll(first + 1, 100)).containsExactly(second);
        assertThat(poll(0, 100)).containsExactly(second);
        assertThat(poll(second + 1, 100)).isEmpty();
        assertThat(queue.deliveries(second)).isEqualTo(4);
    }

    @Test
    void countsANegativeOffsetFromTheEndAndForgetsTheRest() throws Exception {
        queue.add(text("one"), false);
        long second = queue.add(text("two"), false);
        long third = queue.add(text("three"), false);

        assertThat(poll(-2, 100)).containsExactly(second, third);
        assertThat(queue.unconfirmed()).containsExactly(second, third);
        assertThat(poll(-9, 100)).containsExactly(second, third);
    }

    @Test
    void handsOutAtMostAHundred() throws Exception {
        for (int i = 0; i < 101; i++) {
            queue.add(text("n" + i), false);
        }

        assertThat(poll(0, 1000)).hasSize(100);
        assertThat(poll(0, 100)).hasSize(100);
        assertThat(poll(0, 3)).hasSize(3);
        assertThat(poll(0, 0)).hasSize(1);
    }

    @Test
    void endsALongPollWhenAnUpdateArrives() throws Exception {
        CompletableFuture<List<Long>> waiting = inBackground();

        long id = queue.add(text("one"), false);

        assertThat(waiting.get(20, TimeUnit.SECONDS)).containsExactly(id);
    }

    @Test
    void endsTheOlderOfTwoPollsWithAConflict() throws Exception {
        CompletableFuture<List<Long>> older = inBackground();

        assertThat(poll(0, 100)).isEmpty();

        assertThatThrownBy(() -> older.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .rootCause()
                .hasMessage("409 Conflict: terminated by other getUpdates request;"
                        + " make sure that only one bot instance is running");
    }

    @Test
    void endsAWaitingPollWhenTheServerGoesDown() {
        CompletableFuture<List<Long>> waiting = inBackground();

        queue.setStopped(true);

        assertThatThrownBy(() -> waiting.get(20, TimeUnit.SECONDS)).rootCause().isInstanceOf(UpdateQueue.Stopped.class);
    }

    @Test
    void queuesOnlyTheKindsThatWereAskedForLast() throws Exception {
        assertThat(queue.add(of("message_reaction"), false)).isZero();
        assertThat(queue.add(of("hologram"), false)).isPositive();

        queue.poll(new UpdateQueue.Poll(0, 100, Duration.ZERO, Set.of("message")));

        assertThat(queue.add(of("edited_message"), false)).isZero();
        assertThat(queue.add(text("one"), false)).isPositive();
        assertThat(queue.add(of("edited_message"), true))
                .as("injected whatever its kind")
                .isPositive();
        poll(0, 100);
        assertThat(queue.add(of("edited_message"), false))
                .as("the setting stays when a poll names none")
                .isZero();

        queue.poll(new UpdateQueue.Poll(0, 100, Duration.ZERO, Set.of()));

        assertThat(queue.add(of("edited_message"), false)).isPositive();
    }

    @Test
    void takesAnOffsetFarInTheFutureAsNoneAfterIdsRestartedLower() throws Exception {
        long high = queue.add(text("one"), false);
        poll(high + 1, 100);
        queue.restartAt(1000);
        queue.add(text("two"), false);

        assertThat(poll(high + 1, 100)).containsExactly(1000L);
        assertThat(poll(high + 1, 100)).containsExactly(1000L);
        assertThat(poll(1001, 100)).isEmpty();
    }

    private List<Long> poll(long offset, int limit) throws Exception {
        return ids(queue.poll(new UpdateQueue.Poll(offset, limit, Duration.ZERO, null)));
    }

    private CompletableFuture<List<Long>> inBackground() {
        CompletableFuture<List<Long>> result = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(ids(queue.poll(new UpdateQueue.Poll(0, 100, LONG, null))));
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        awaitFirstPoll();
        return result;
    }

    private void awaitFirstPoll() {
        try {
            assertThat(firstPoll.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Long> ids(ArrayNode updates) {
        return updates.findValues("update_id").stream().map(id -> id.asLong()).toList();
    }

    private static ObjectNode text(String text) {
        return IncomingUpdate.text(7, text);
    }

    private static ObjectNode of(String kind) {
        ObjectNode update = IncomingUpdate.unknownKind(Person.reader(7));
        ObjectNode renamed = update.objectNode();
        renamed.set(kind, update.path("hologram"));
        return renamed;
    }
}
