package io.footnote.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.article.Article;
import io.footnote.quiz.QuizItem;
import io.footnote.quiz.WrongOption;
import io.footnote.storage.Outbox;
import io.footnote.storage.QuizRounds.Round;
import io.footnote.storage.QuizRounds.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a quiz looks like: polls, questions in words, summaries, leaderboards and reasons. Immutable. */
final class QuizMessages {
    /** How long a question of a group's round is open. */
    static final Duration OPEN = Duration.ofSeconds(30);

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LONGEST_SOURCE = 300;
    private static final int LONGEST_REASON = 160;
    private static final int MOST_NAMED = 10;
    /** What is missed and does not fit beside this much is left out. */
    private static final int ROOM = Reply.MAX_LENGTH - 500;

    private final Function<String, Optional<Article>> articles;

    /** @param articles the article of an id */
    QuizMessages(Function<String, Optional<Article>> articles) {
        this.articles = articles;
    }

    /**
     * An item as a quiz poll that shows who voted.
     *
     * @param askedId what the poll's id is to be noted for
     * @param right how many were right so far
     */
    Outbox.Message poll(Incoming to, Round round, QuizItem item, String askedId, int number, int right) {
        ObjectNode body = MAPPER.createObjectNode()
                .put("chat_id", Long.toString(round.chat()))
                .put("question", item.question())
                .put("type", "quiz")
                .put("is_anonymous", false)
                .put("explanation", item.explanation())
                .put("description", place(to.texts(), round, number, right));
        Integer topic = round.topic();
        if (topic != null) {
            body.put("message_thread_id", topic);
        }
        item.options().forEach(option -> body.withArray("options").addObject().put("text", option));
        body.withArray("correct_option_ids").add(item.correct());
        if (round.inGroup()) {
            body.put("open_period", OPEN.toSeconds());
        } else {
            body.set(
                    "reply_markup",
                    MAPPER.valueToTree(new Buttons()
                            .row(to.texts().say(Phrase.BUTTON_WHY_NOT), new Press(Press.Verb.WHY_NOT, 0, 0, askedId))
                            .markup()));
        }
        return new Outbox.Message(
                round.chat(), round.person(), false, "sendPoll", body.toString(), null, null, askedId);
    }

    private static String place(Texts texts, Round round, int number, int right) {
        Map<String, Integer> figures =
                Map.of("number", number, "count", round.items().size(), "right", right);
        return texts.say(round.inGroup() ? Phrase.QUIZ_PLACE_GROUP : Phrase.QUIZ_PLACE, figures);
    }

    /** An item whose answer is to be typed. */
    Outbox.Message question(Incoming to, Round round, QuizItem item, String askedId, int number, int right) {
        Reply reply = new Markup()
                .italic(place(to.texts(), round, number, right))
                .text("\n\n" + item.question() + "\n\n" + to.texts().say(Phrase.QUIZ_TYPE_IT))
                .reply();
        return Outgoing.reply(to, reply, null, askedId);
    }

    /** Whether a typed answer was right, and why. */
    Outbox.Message graded(Incoming to, QuizItem item, boolean right) {
        Markup message = new Markup()
                .bold(right ? to.texts().say(Phrase.QUIZ_RIGHT) : to.texts().say(Phrase.QUIZ_WRONG, "key", item.key()));
        return Outgoing.reply(to, quoted(message.text("\n"), item).reply());
    }

    private Markup quoted(Markup message, QuizItem item) {
        return message.openQuote().text(source(item)).closeQuote();
    }

    private String source(QuizItem item) {
        int number = item.evidence().getLast();
        return articles.apply(item.articleId())
                .filter(article -> number <= article.sentences().size())
                .map(article -> Excerpt.oneLine(article.textOf(article.sentence(number))))
                .map(text -> Excerpt.of(text, LONGEST_SOURCE))
                .orElse(item.explanation());
    }

    /** How a reader did, and what was missed with its sources. */
    Reply summary(Texts texts, int right, int count, List<QuizItem> missed, boolean articleGone) {
        Markup message = new Markup();
        if (articleGone) {
            message.text(texts.say(Phrase.QUIZ_ARTICLE_GONE) + "\n\n");
        }
        message.bold(texts.say(Phrase.QUIZ_SUMMARY, Map.of("right", right, "count", count)));
        if (!missed.isEmpty()) {
            message.text("\n\n" + texts.say(Phrase.QUIZ_MISSED));
        }
        for (QuizItem item : missed) {
            Markup one = quoted(
                    new Markup()
                            .text("\n\n" + item.question() + "\n")
                            .bold(item.key())
                            .text("\n"),
                    item);
            if (message.length() + one.length() <= ROOM) {
                message.append(one);
            }
        }
        return message.reply();
    }

    /** Who did best in a group's round. */
    Reply leaderboard(Texts texts, List<Standing> standings, int count, boolean articleGone) {
        Markup message = new Markup();
        if (articleGone) {
            message.text(texts.say(Phrase.QUIZ_ARTICLE_GONE) + "\n\n");
        }
        if (standings.isEmpty()) {
            return message.text(texts.say(Phrase.QUIZ_NOBODY)).reply();
        }
        message.bold(texts.say(Phrase.QUIZ_LEADERBOARD));
        for (int index = 0; index < Math.min(MOST_NAMED, standings.size()); index++) {
            Standing standing = standings.get(index);
            String name = texts.isolated(standing.name().isBlank() ? "?" : standing.name());
            message.text("\n" + (index + 1) + ". " + name + ": " + standing.right() + "/" + count);
        }
        return message.reply();
    }

    /** Why each of the other options is wrong by the article. */
    Reply whyNot(Texts texts, QuizItem item) {
        Markup message = new Markup().bold(item.question()).text("\n✓ ").bold(item.key());
        Optional<Article> article = articles.apply(item.articleId());
        for (WrongOption wrong :
                article.map(found -> WrongOption.of(item, found)).orElse(List.of())) {
            message.text("\n\n✗ ").bold(wrong.option()).text("\n");
            Integer elsewhere = wrong.elsewhere();
            if (elsewhere == null) {
                message.text(texts.say(Phrase.QUIZ_WHY_NOWHERE));
            } else {
                String sentence =
                        Excerpt.oneLine(article.get().textOf(article.get().sentence(elsewhere)));
                message.text(texts.say(Phrase.QUIZ_WHY_ELSEWHERE))
                        .openQuote()
                        .text(Excerpt.of(sentence, LONGEST_REASON))
                        .closeQuote();
            }
        }
        return quoted(message.text("\n\n" + texts.say(Phrase.QUIZ_WHY_KEY) + "\n"), item)
                .reply();
    }
}
