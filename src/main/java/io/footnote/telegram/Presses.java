package io.footnote.telegram;

import io.footnote.answer.AnswerTrace;
import io.footnote.storage.Exchanges.Opinion;
import io.footnote.storage.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * Does what the buttons under an answer ask for. Everything comes from the answer log, so that it works on any earlier
 * answer. Safe for any number of threads.
 */
final class Presses {
    private final Stores stores;
    private final Questions questions;

    Presses(Stores stores, Questions questions) {
        this.stores = stores;
        this.questions = questions;
    }

    /**
     * The calls that a press leads to, the end of the button's waiting first.
     *
     * @param queryId Telegram's id of the press
     * @param message the number of the message that the button is under
     */
    List<Outbox.Message> pressed(Incoming in, String queryId, int message, Press press) {
        Optional<AnswerTrace> found = stores.records().find(press.subject());
        if (found.isEmpty()) {
            return List.of(Outgoing.toast(in, queryId, in.texts().say(Phrase.GONE)));
        }
        AnswerTrace trace = found.get();
        SourceView view = questions.sources(in);
        List<Outbox.Message> calls = new ArrayList<>();
        switch (press.verb()) {
            case SOURCE -> {
                calls.add(Outgoing.toast(in, queryId, ""));
                view.source(trace, press.number())
                        .ifPresent(reply -> calls.add(Outgoing.edit(
                                in,
                                message,
                                reply,
                                around(in.texts(), trace, press).markup(),
                                null)));
            }
            case MORE -> {
                calls.add(Outgoing.toast(in, queryId, ""));
                InlineKeyboardMarkup back =
                        Buttons.back(in.texts(), trace.id(), press.part()).markup();
                calls.add(Outgoing.edit(in, message, view.further(trace), back, null));
            }
            case GOOD -> {
                stores.exchanges().judge(trace.id(), in.person(), Opinion.GOOD, in.at());
                String changed = questions.posting().changes().spoken(in.texts(), trace.answer());
                calls.add(Outgoing.toast(in, queryId, (in.texts().say(Phrase.THANKS) + " " + changed).strip()));
            }
            case BAD -> {
                stores.exchanges().judge(trace.id(), in.person(), Opinion.BAD, in.at());
                calls.add(Outgoing.toast(in, queryId, in.texts().say(Phrase.WHY_BAD)));
                calls.add(askWhy(in, message, trace, press));
            }
            case REASON -> {
                Opinion[] opinions = Opinion.values();
                if (press.number() < opinions.length) {
                    stores.exchanges().judge(trace.id(), in.person(), opinions[press.number()], in.at());
                }
                calls.add(Outgoing.toast(in, queryId, in.texts().say(Phrase.THANKS)));
                questions.posting().again(in, message, trace, press.part()).ifPresent(calls::add);
            }
            default -> {
                calls.add(Outgoing.toast(in, queryId, ""));
                questions.posting().again(in, message, trace, press.part()).ifPresent(calls::add);
            }
        }
        return calls;
    }

    /** Under a source: the other sources, and the way back. */
    private static Buttons around(Texts texts, AnswerTrace trace, Press press) {
        Buttons buttons = Buttons.back(texts, trace.id(), press.part());
        trace.answer().shown().stream()
                .filter(source -> source.n() != press.number())
                .limit(Buttons.MOST_BESIDE_BACK)
                .forEach(source -> buttons.beside(
                        "[" + source.n() + "]", new Press(Press.Verb.SOURCE, source.n(), press.part(), trace.id())));
        return buttons;
    }

    /** The answer stays where it is; only its buttons change. */
    private Outbox.Message askWhy(Incoming in, int message, AnswerTrace trace, Press press) {
        return Outgoing.buttons(
                in,
                message,
                Buttons.reasons(in.texts(), trace.id(), press.part()).markup());
    }
}
