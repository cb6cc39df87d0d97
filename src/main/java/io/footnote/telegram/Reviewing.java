package io.footnote.telegram;

import io.footnote.answer.AnswerTrace;
import io.footnote.storage.AuditTrail.Deed;
import io.footnote.storage.Outbox;
import io.footnote.storage.Review;
import io.footnote.storage.Review.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings moderators the most doubtful answers and takes their verdicts, as the desk's queue does and from the same queue.
 * Everything they decide is in the audit trail. Safe for any number of threads.
 */
final class Reviewing {
    /** Stands for passing over, where the others are the numbers of the verdicts. */
    static final int PASS = Decision.values().length;

    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_ANSWER = 2_500;

    private final Stores stores;
    private final Posting posting;
    private final Set<Long> moderators;

    /** @param moderators the only ones who may judge */
    Reviewing(Stores stores, Posting posting, Set<Long> moderators) {
        this.stores = stores;
        this.posting = posting;
        this.moderators = Set.copyOf(moderators);
    }

    boolean allows(Incoming in) {
        return moderators.contains(in.person());
    }

    /** The most doubtful answer that nobody has judged. */
    Outbox.Message next(Incoming in) {
        View view = view(in, "");
        return Outgoing.reply(in, view.reply(), view.buttons().markup(), null);
    }

    private record View(Reply reply, Buttons buttons) {}

    private View view(Incoming in, String passed) {
        Optional<AnswerTrace> next = stores.reviews().next(in.person(), passed).flatMap(stores.records()::find);
        if (next.isEmpty()) {
            return new View(Reply.of(in.texts().say(Phrase.REVIEW_NONE)), new Buttons());
        }
        AnswerTrace trace = next.get();
        stores.audit().record(in.person(), () -> Deed.looked("took from the queue", trace.id()));
        String question = Excerpt.of(Excerpt.oneLine(trace.question().text()), LONGEST_QUESTION);
        String answer = Excerpt.of(posting.in(in.texts()).words(trace.answer()), LONGEST_ANSWER);
        Buttons buttons = new Buttons();
        for (Decision decision : Decision.values()) {
            buttons.row(in.texts().say(phrase(decision)), press(decision.ordinal(), trace));
        }
        buttons.row(in.texts().say(Phrase.REVIEW_PASS), press(PASS, trace));
        return new View(
                Reply.of(in.texts().say(Phrase.REVIEW, Map.of("question", question, "answer", answer))), buttons);
    }

    private static Press press(int number, AnswerTrace trace) {
        return new Press(Press.Verb.REVIEW, number, 0, trace.id());
    }

    private static Phrase phrase(Decision decision) {
        return Phrase.valueOf("VERDICT_" + decision.name());
    }

    /** Keeps the verdict and brings the next; nothing is kept of somebody who may not judge. */
    List<Outbox.Message> pressed(Incoming in, String queryId, int message, Press press) {
        if (!allows(in) || press.number() > PASS) {
            return List.of(Outgoing.toast(in, queryId, in.texts().say(Phrase.GONE)));
        }
        boolean passed = press.number() == PASS;
        if (!passed && stores.records().find(press.subject()).isEmpty()) {
            return List.of(Outgoing.toast(in, queryId, in.texts().say(Phrase.GONE)));
        }
        if (!passed) {
            save(in, press.subject(), Decision.values()[press.number()]);
        }
        View next = view(in, passed ? press.subject() : "");
        List<Outbox.Message> calls = new ArrayList<>();
        calls.add(Outgoing.toast(in, queryId, passed ? "" : in.texts().say(Phrase.THANKS)));
        calls.add(Outgoing.edit(in, message, next.reply(), next.buttons().markup(), null));
        return calls;
    }

    private void save(Incoming in, String answerId, Decision decision) {
        stores.audit().record(in.person(), () -> {
            String before = stores.reviews().of(answerId).stream()
                    .filter(review -> review.moderator() == in.person())
                    .map(review -> review.decision().words())
                    .findFirst()
                    .orElse(null);
            stores.reviews().save(new Review(answerId, in.person(), decision, "", in.at()));
            return new Deed("reviewed", answerId, before, decision.words());
        });
    }
}
