package io.footnote.telegram;

import io.footnote.answer.AnswerTrace;
import io.footnote.article.Article;
import io.footnote.storage.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * Puts answers into chats, with their buttons: in a private chat as one message or several, elsewhere as one that is
 * short. Immutable.
 *
 * @param articles the article of an id, also of one that is no longer served
 * @param changes tells of articles that have changed since an answer
 */
record Posting(Function<String, Optional<Article>> articles, ChangeNotes changes) {
    /** The longest answer in a group, in UTF-16 units, where others want to read, too. */
    static final int LONGEST_IN_GROUP = 1_500;

    /** Stands for an answer in one message; the messages of a divided one are numbered from 1. */
    private static final int WHOLE = 0;

    /** Shows answers in a language. */
    AnswerMessage in(Texts texts) {
        return new AnswerMessage(
                texts,
                id -> articles.apply(id).map(found -> found.sentences().size()).orElse(0));
    }

    /** The messages that show an answer. */
    List<Outbox.Message> messages(Incoming in, AnswerTrace trace) {
        return messages(in, trace, new Markup());
    }

    /**
     * The messages that show an answer.
     *
     * @param below stands under the last of them
     */
    List<Outbox.Message> messages(Incoming in, AnswerTrace trace, Markup below) {
        boolean divided = in.direct() && !trace.inAnotherLanguage();
        List<AnswerMessage.Part> parts = divided
                ? in(in.texts()).parts(trace.answer(), Reply.MAX_LENGTH - below.length())
                : List.of(whole(in, trace, below));
        List<Outbox.Message> messages = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            boolean last = index == parts.size() - 1;
            AnswerMessage.Part part = divided && last ? above(below, parts.get(index)) : parts.get(index);
            int number = parts.size() == 1 ? WHOLE : index + 1;
            messages.add(Outgoing.reply(in, part.reply(), buttons(in.texts(), trace, part, number, last), trace.id()));
        }
        return messages;
    }

    private AnswerMessage.Part whole(Incoming in, AnswerTrace trace, Markup below) {
        Markup under = advice(in.texts(), trace).append(below);
        int most = (in.direct() ? Reply.MAX_LENGTH : LONGEST_IN_GROUP) - under.length();
        return above(under, in(in.texts()).whole(trace.answer(), most));
    }

    private static AnswerMessage.Part above(Markup below, AnswerMessage.Part part) {
        return new AnswerMessage.Part(
                new Markup().append(part.reply()).append(below).reply(), part.sources());
    }

    /** What a reader can do where the language of the question is in the way; nothing elsewhere. */
    private Markup advice(Texts texts, AnswerTrace trace) {
        Markup advice = new Markup();
        if (trace.inAnotherLanguage()) {
            trace.articleIds().stream().findFirst().flatMap(articles).ifPresent(article -> {
                Locale reader = Locale.forLanguageTag(texts.tongue().code());
                String language = Locale.forLanguageTag(article.language()).getDisplayLanguage(reader);
                advice.text("\n\n" + texts.say(Phrase.OTHER_LANGUAGE, "language", language));
            });
        }
        return advice;
    }

    /**
     * What puts an answer into the place of an earlier one.
     *
     * @param places the numbers of the messages that show the earlier one, at least one
     */
    List<Outbox.Message> inPlaceOf(Incoming in, AnswerTrace trace, List<Long> places) {
        List<Outbox.Message> messages = new ArrayList<>();
        AnswerMessage.Part part = whole(in, trace, new Markup());
        messages.add(Outgoing.edit(
                in, places.getFirst(), part.reply(), buttons(in.texts(), trace, part, WHOLE, true), trace.id()));
        places.stream().skip(1).forEach(place -> messages.add(Outgoing.delete(in, place)));
        return messages;
    }

    /**
     * Puts a message of an answer back as it was, and says so where the article has changed since; nothing where the
     * answer has no such part.
     *
     * @param number which of its messages, from 1; 0 where one shows it whole
     */
    Optional<Outbox.Message> again(Incoming in, int message, AnswerTrace trace, int number) {
        Markup note = changes.underAnswer(in.texts(), trace.answer());
        List<AnswerMessage.Part> parts = number == WHOLE
                ? List.of(whole(in, trace, note))
                : in(in.texts()).parts(trace.answer(), Reply.MAX_LENGTH - note.length());
        int index = Math.max(0, number - 1);
        if (index >= parts.size()) {
            return Optional.empty();
        }
        AnswerMessage.Part part = number == WHOLE ? parts.get(index) : above(note, parts.get(index));
        InlineKeyboardMarkup buttons = buttons(in.texts(), trace, part, number, index == parts.size() - 1);
        return Optional.of(Outgoing.edit(in, message, part.reply(), buttons, null));
    }

    private static InlineKeyboardMarkup buttons(
            Texts texts, AnswerTrace trace, AnswerMessage.Part part, int number, boolean last) {
        return Buttons.under(texts, trace, number, part.sources(), last).markup();
    }
}
