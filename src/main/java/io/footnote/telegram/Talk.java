package io.footnote.telegram;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.LaterVersions;
import io.footnote.answer.Overview;
import io.footnote.answer.Turn;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.ChatSettings;
import io.footnote.storage.Exchanges;
import io.footnote.storage.Exchanges.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a question follows: in a private chat the last answer, if that is not long ago; anywhere the answer that it replies
 * to. Thread-safe.
 */
final class Talk {
    /** How many earlier turns a question knows of. */
    static final int MAX_TURNS = 5;

    /** After such a silence a question begins a new conversation. */
    static final Duration WINDOW = Duration.ofMinutes(30);

    private final Exchanges exchanges;
    private final AnswerRecords records;
    private final LaterVersions versions;

    /** @param versions tells where sentences cited earlier stand now */
    Talk(Exchanges exchanges, AnswerRecords records, LaterVersions versions) {
        this.exchanges = exchanges;
        this.records = records;
        this.versions = versions;
    }

    /**
     * The exchange that a question follows.
     *
     * @param repliedTo the number of the bot's message that it replies to, or null
     */
    Optional<Exchange> before(Incoming in, @Nullable Integer repliedTo, ChatSettings.Values chosen) {
        Optional<Exchange> named = repliedTo == null ? Optional.empty() : exchanges.shownBy(in.chat(), repliedTo);
        if (named.isPresent() || !in.direct()) {
            return named;
        }
        Instant from = in.at().minus(WINDOW);
        Instant begun = chosen.talkFrom();
        Instant earliest = begun != null && begun.isAfter(from) ? begun : from;
        return exchanges.latest(in.chat()).filter(last -> !last.at().isBefore(earliest));
    }

    /**
     * What a follow-up leans on. What a reader writes for an overview names nothing: its sentences do.
     */
    private Turn turn(AnswerTrace trace, AnswerMessage shown) {
        Turn turn = Turn.of(trace, shown.words(trace.answer()));
        String asked = Overview.of(trace.answer()).isPresent() ? "" : turn.question();
        return new Turn(
                asked,
                turn.answer(),
                turn.citations().stream().map(versions::now).toList());
    }

    /** The turns up to an exchange, oldest first; those whose answers are not in the log any more are left out. */
    List<Turn> turns(Exchange last, AnswerMessage shown) {
        List<Turn> turns = new ArrayList<>();
        for (Exchange exchange : exchanges.conversation(last, MAX_TURNS)) {
            Optional<AnswerTrace> trace = records.find(exchange.answerId());
            trace.ifPresent(found -> turns.add(turn(found, shown)));
        }
        return List.copyOf(turns);
    }
}
