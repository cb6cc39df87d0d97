package io.footnote.telegram;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.storage.Outbox;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;

/**
 * Answers {@code @bot question} in any chat with a cited answer to send there. Telegram asks at every stroke of a key, so
 * only what looks like a whole question is answered. Safe for any number of threads.
 */
final class InlineQueries {
    /** Fewer words are answered only with a question mark behind them. */
    static final int FEWEST_WORDS = 3;

    private static final int CACHE_SECONDS = 60;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_LABEL = 64;
    private static final String START_PAYLOAD = "inline";

    private final Questions questions;

    InlineQueries(Questions questions) {
        this.questions = questions;
    }

    /**
     * The call that answers a query.
     *
     * @param excess whether too many of the person were waiting when it came
     */
    Outbox.Message answered(Incoming in, InlineQuery query, boolean excess) {
        String text = ContactMask.mask(query.getQuery() == null ? "" : query.getQuery())
                .strip();
        boolean whole = text.split("\\s+", -1).length >= FEWEST_WORDS || text.matches(".*[?？؟]");
        Optional<String> refusal = excess || !whole
                ? Optional.of(in.texts().say(Phrase.INLINE_HINT))
                : questions.refusal(in, new Questions.Asked(text, null, false), text);
        AnswerInlineQuery.AnswerInlineQueryBuilder<?, ?> answer = AnswerInlineQuery.builder()
                .inlineQueryId(query.getId())
                .isPersonal(true)
                .cacheTime(refusal.isPresent() ? 0 : CACHE_SECONDS);
        if (refusal.isPresent()) {
            answer.results(List.of()).button(open(refusal.get()));
            return message(in, Outgoing.json(answer.build()), null);
        }
        AnswerTrace trace = questions.askAside(in, text);
        answer.button(open(in.texts().say(Phrase.INLINE_OPEN)));
        String marked =
                Outgoing.json(answer.results(List.of(result(in, trace, true))).build());
        String plain =
                Outgoing.json(answer.results(List.of(result(in, trace, false))).build());
        return message(in, marked, plain);
    }

    private static Outbox.Message message(Incoming in, String body, @Nullable String plain) {
        return new Outbox.Message(in.person(), in.person(), true, "answerInlineQuery", body, plain, null, null);
    }

    private static InlineQueryResultsButton open(String label) {
        return InlineQueryResultsButton.builder()
                .text(Excerpt.of(label, LONGEST_LABEL))
                .startParameter(START_PAYLOAD)
                .build();
    }

    private InlineQueryResultArticle result(Incoming in, AnswerTrace trace, boolean marked) {
        AnswerMessage shown = questions.posting().in(in.texts());
        String words = shown.words(trace.answer());
        String title = trace.answer() instanceof Grounded grounded && grounded.brief() != null
                ? Excerpt.oneLine(grounded.brief().text())
                : trace.answer() instanceof Grounded ? words : in.texts().say(Phrase.INLINE_NONE);
        Markup message =
                new Markup().italic(Excerpt.oneLine(trace.question().text())).text("\n\n");
        Reply reply = shown.under(message, trace.answer());
        return InlineQueryResultArticle.builder()
                .id(Excerpt.of(trace.id(), Press.MAX_BYTES))
                .title(Excerpt.of(title, LONGEST_TITLE))
                .description(Excerpt.of(words, LONGEST_DESCRIPTION))
                .inputMessageContent(InputTextMessageContent.builder()
                        .messageText(marked ? reply.html() : reply.plain())
                        .parseMode(marked ? ParseMode.HTML : null)
                        .linkPreviewOptions(
                                LinkPreviewOptions.builder().isDisabled(true).build())
                        .build())
                .build();
    }
}
