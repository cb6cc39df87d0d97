package io.footnote.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.storage.Inbox.Outcome;
import io.footnote.storage.Inbox.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the inbox and the outbox keep, whatever the database. */
abstract class InboxContract {
    private static final PersonalData PERSONAL = PersonalData.under("a key of more than thirty-two characters");
    private static final long BOT = 412;
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123Z");

    private Database database;
    private Inbox inbox;
    private Outbox outbox;

    /** An open database with nothing in it; closed by the test class. */
    abstract Database empty();

    @BeforeEach
    void openBoth() {
        database = empty();
        inbox = new Inbox(database, PERSONAL);
        outbox = new Outbox(database, PERSONAL);
    }

    @Test
    void anUpdateWaitsAsItCame() {
        String json = "{\"text\":\"\\ud83d \\u0000 'quoted' —\"}";
        inbox.add(BOT, List.of(new Received(7, -100, 8, false, json)), NOON);

        assertThat(inbox.next(BOT, Set.of(), 10)).singleElement().satisfies(entry -> {
            assertThat(entry.lane()).isEqualTo(lane(-100));
            assertThat(entry.json()).isEqualTo(json);
            assertThat(entry.receivedAt()).isEqualTo(NOON);
            assertThat(entry.excess()).isFalse();
        });
        assertThat(inbox.next(BOT + 1, Set.of(), 10)).isEmpty();
    }

    @Test
    void anUpdateThatComesTwiceIsThereOnce() {
        inbox.add(BOT, List.of(received(7, 1), received(8, 1)), NOON);
        inbox.add(BOT, List.of(received(8, 1), received(9, 1)), NOON);

        assertThat(workedOff(1)).containsExactly(7L, 8L, 9L);
    }

    @Test
    void theOldestOfEachChatComesFirstWhateverItsUpdateId() {
        inbox.add(BOT, List.of(received(900, 1), received(901, 2)), NOON);
        inbox.add(BOT, List.of(received(5, 3), received(6, 1)), NOON.minusSeconds(60));

        assertThat(inbox.next(BOT, Set.of(), 10))
                .extracting(Inbox.Entry::lane)
                .containsExactly(lane(1), lane(2), lane(3));
        assertThat(inbox.next(BOT, Set.of(lane(1), lane(3)), 10))
                .extracting(Inbox.Entry::lane)
                .containsExactly(lane(2));
        assertThat(inbox.next(BOT, Set.of(), 2)).hasSize(2);
        assertThat(workedOff(1)).containsExactly(900L, 6L);
    }

    @Test
    void whatAChatSendsBeyondTheLimitIsExcess() {
        inbox.add(BOT, updates(1, Inbox.MAX_WAITING - 1), NOON);
        inbox.add(BOT, List.of(received(100, 1), received(101, 1), received(102, 2)), NOON);
        inbox.add(BOT, updates(Inbox.NO_CHAT, Inbox.MAX_WAITING + 1), NOON);

        assertThat(excessOf(2)).containsExactly(false);
        assertThat(excessOf(Inbox.NO_CHAT))
                .hasSizeGreaterThan(Inbox.MAX_WAITING)
                .doesNotContain(true);
        List<Boolean> excess = excessOf(1);
        assertThat(excess).hasSize(Inbox.MAX_WAITING + 1);
        assertThat(excess.subList(0, Inbox.MAX_WAITING)).doesNotContain(true);
        assertThat(excess.getLast()).isTrue();
        inbox.add(BOT, List.of(received(103, 1)), NOON);
        assertThat(excessOf(1)).as("after the others are done").containsExactly(false);
    }

    @Test
    void finishingAnUpdatePutsItsRepliesIntoTheOutboxOnce() {
        inbox.add(BOT, List.of(received(7, 1)), NOON);
        Inbox.Entry entry = inbox.next(BOT, Set.of(), 1).getFirst();

        inbox.finish(BOT, entry, Outcome.DONE, List.of(message(1, "first"), message(1, "second")), NOON);
        inbox.finish(BOT, entry, Outcome.DONE, List.of(message(1, "again")), NOON);

        assertThat(inbox.next(BOT, Set.of(), 1)).isEmpty();
        assertThat(sentInOrder()).containsExactly("first", "second");
    }

    @Test
    void anUpdateStillWaitsWhenItsRepliesCannotBeStored() {
        inbox.add(BOT, List.of(received(7, 1)), NOON);
        Inbox.Entry entry = inbox.next(BOT, Set.of(), 1).getFirst();
        @SuppressWarnings("NullAway") // what the database must refuse
        Outbox.Message broken = new Outbox.Message(1, 0, null, "{}", null);

        assertThatThrownBy(() -> inbox.finish(BOT, entry, Outcome.DONE, List.of(message(1, "first"), broken), NOON))
                .isInstanceOf(StorageException.class);

        assertThat(inbox.next(BOT, Set.of(), 1)).hasSize(1);
        assertThat(outbox.next(BOT, Set.of(), 9)).isEmpty();
    }

    @Test
    void aMessagePutOffHoldsBackItsChatAndNoOther() {
        put(message(1, "a"), message(1, "b"), message(2, "c"));
        Instant later = NOON.plusSeconds(30);

        outbox.putOff(first(), later, 3);
        assertThat(first().message().body()).isEqualTo("c");
        outbox.sent(BOT, first(), 11, "", NOON);

        assertThat(first()).satisfies(entry -> {
            assertThat(entry.message().body()).isEqualTo("a");
            assertThat(entry.notBefore()).isEqualTo(later);
            assertThat(entry.createdAt()).isEqualTo(NOON);
            assertThat(entry.attempts()).isEqualTo(3);
        });
        assertThat(sentInOrder()).containsExactly("a", "b");
    }

    @Test
    void aMessageGivenUpMakesRoomForTheNext() {
        put(message(1, "a"), message(1, "b"));

        outbox.giveUp(first(), "403 blocked");

        assertThat(sentInOrder()).containsExactly("b");
    }

    @Test
    void aMessageCanGoWithoutItsMarkup() {
        put(new Outbox.Message(1, 0, "sendMessage", "<b>", "b"));

        outbox.dropMarkup(first());

        assertThat(first().message().body()).isEqualTo("b");
        assertThat(first().message().plain()).isNull();
    }

    @Test
    void whatIsEndedIsDeletedInTimeAndNothingElse() {
        inbox.add(BOT, List.of(received(1, 1), received(2, 2)), NOON);
        inbox.finish(BOT, inbox.next(BOT, Set.of(lane(2)), 1).getFirst(), Outcome.UNREADABLE, List.of(), NOON);
        put(message(1, "sent"), message(1, "waits"));
        outbox.sent(BOT, first(), 5, "", NOON);
        Instant after = NOON.plus(Duration.ofDays(3));

        inbox.deleteEnded(after);
        outbox.deleteEnded(after);

        assertThat(rows("inbox"))
                .as("one waits, one was put in by the put above and is ended")
                .isEqualTo(1);
        assertThat(rows("outbox")).isEqualTo(1);
        assertThat(sentInOrder()).containsExactly("waits");
    }

    private int rows(String table) {
        return database.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    private void put(Outbox.Message... messages) {
        inbox.add(BOT, List.of(received(4_000, 77)), NOON);
        Inbox.Entry entry = inbox.next(BOT, Set.of(lane(1), lane(2)), 1).getFirst();
        inbox.finish(BOT, entry, Outcome.DONE, List.of(messages), NOON);
    }

    private Outbox.Entry first() {
        return outbox.next(BOT, Set.of(), 1).getFirst();
    }

    private List<String> sentInOrder() {
        List<String> bodies = new ArrayList<>();
        for (var next = outbox.next(BOT, Set.of(), 1); !next.isEmpty(); next = outbox.next(BOT, Set.of(), 1)) {
            bodies.add(next.getFirst().message().body());
            outbox.sent(BOT, next.getFirst(), bodies.size(), "", NOON);
        }
        return bodies;
    }

    private List<Long> workedOff(long chat) {
        return ended(chat).stream()
                .map(entry -> Long.valueOf(entry.json().substring(1)))
                .toList();
    }

    private List<Boolean> excessOf(long chat) {
        return ended(chat).stream().map(Inbox.Entry::excess).toList();
    }

    private List<Inbox.Entry> ended(long chat) {
        List<Inbox.Entry> entries = new ArrayList<>();
        while (true) {
            Optional<Inbox.Entry> next = inbox.next(BOT, Set.of(), 10).stream()
                    .filter(entry -> entry.lane().equals(lane(chat)))
                    .findFirst();
            if (next.isEmpty()) {
                return entries;
            }
            entries.add(next.get());
            inbox.finish(BOT, next.get(), Outcome.DONE, List.of(), NOON);
        }
    }

    private static Lane lane(long chat) {
        return new Lane(PERSONAL.pseudonym(chat), false);
    }

    private static Received received(long updateId, long chat) {
        return new Received(updateId, chat, chat, false, "#" + updateId);
    }

    private static List<Received> updates(long chat, int count) {
        return LongStream.range(0, count)
                .mapToObj(n -> received(10_000 + chat * 1_000 + n, chat))
                .toList();
    }

    private static Outbox.Message message(long chat, String body) {
        return new Outbox.Message(chat, chat, "sendMessage", body, null);
    }
}
