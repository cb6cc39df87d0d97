package io.footnote.telegram;

import io.footnote.storage.Inbox;
import java.util.List;

/** What the bot says besides answers. Immutable. */
final class Phrases {
    static final String EDITED = "I do not answer edited messages: send the question as a new one.";
    static final String NOT_TEXT = "I answer questions in text: write yours in words.";
    static final String ASK_NOTHING = "Write the question after the command, as in: /ask What happened?";
    static final String UNKNOWN_COMMAND = "I do not know this command: /help says what I can do.";
    static final String TOO_MANY = "This question came while " + Inbox.MAX_WAITING
            + " others of this chat were waiting, which is the most: ask it again now.";
    static final String FAILED =
            "Something failed here and your message could not be answered:" + " send it again in a few minutes.";

    private static final int MOST_TITLES = 10;
    private static final int LONGEST_TITLE = 150;

    private final List<String> titles;

    /** @param titles the headlines of the articles, at least one */
    Phrases(List<String> titles) {
        this.titles = List.copyOf(titles);
    }

    Reply start() {
        Markup text =
                new Markup().text(titles.size() == 1 ? "Ask me about this article:" : "Ask me about these articles:");
        titles.stream()
                .limit(MOST_TITLES)
                .forEach(title -> text.text("\n• ").bold(Excerpt.of(Excerpt.oneLine(title), LONGEST_TITLE)));
        int more = titles.size() - MOST_TITLES;
        if (more > 0) {
            text.text("\n… and " + more + " more");
        }
        return text.text("\n\nEvery sentence I say carries a number such as [1], and under the answer stands the"
                        + " sentence of the article that it rests on. What the article does not say, I do not"
                        + " answer.")
                .reply();
    }

    Reply help() {
        return new Markup()
                .text("Write a question, or in a group:\n")
                .bold("/ask")
                .text(" and the question, or a reply to one of my messages.\n\n")
                .bold("/start")
                .text(" shows what you can ask about, ")
                .bold("/help")
                .text(" shows this.\n\nTap the quotation under an answer to read the sentences it rests on.")
                .reply();
    }
}
