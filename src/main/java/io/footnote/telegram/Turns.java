package io.footnote.telegram;

import io.footnote.answer.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was said lately in each chat, so that a follow-up can be understood; in memory only. Thread-safe.
 */
final class Turns {
    /** How many turns of a chat are remembered. */
    static final int MAX_TURNS = 5;

    /** How many chats are remembered; the one that was silent longest is forgotten first. */
    static final int MAX_CHATS = 1_000;

    /** After such a silence a question begins a new conversation. */
    static final Duration WINDOW = Duration.ofMinutes(30);

    private final Map<Long, Talk> talks = new LinkedHashMap<>();

    private record Talk(List<Turn> turns, Instant at) {}

    /** The turns of a chat, oldest first. */
    synchronized List<Turn> of(long chat, Instant now) {
        Talk talk = talks.get(chat);
        return talk == null || talk.at().plus(WINDOW).isBefore(now) ? List.of() : talk.turns();
    }

    synchronized void add(long chat, Turn turn, Instant now) {
        List<Turn> turns = new ArrayList<>(of(chat, now));
        turns.add(turn);
        if (turns.size() > MAX_TURNS) {
            turns.removeFirst();
        }
        talks.remove(chat);
        talks.put(chat, new Talk(List.copyOf(turns), now));
        if (talks.size() > MAX_CHATS) {
            talks.remove(talks.keySet().iterator().next());
        }
    }
}
