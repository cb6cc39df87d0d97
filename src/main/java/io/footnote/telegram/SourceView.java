package io.footnote.telegram;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.Source;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.grounding.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the buttons under an answer show: a source with its neighbours, and further passages. Immutable.
 *
 * @param articles the article of an id, also of one that is no longer served
 * @param changes tells of articles that have changed since
 */
record SourceView(Texts texts, Function<String, Optional<Article>> articles, ChangeNotes changes) {
    /** How many sentences are shown on either side. */
    static final int NEIGHBOURS = 2;

    /** How many further passages are shown. */
    static final int MOST_FURTHER = 5;

    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_NEIGHBOUR = 600;

    /** The source of that number with its neighbours; nothing where the answer has none of it. */
    Optional<Reply> source(AnswerTrace trace, int n) {
        return trace.answer().shown().stream()
                .filter(source -> source.n() == n)
                .findFirst()
                .map(source -> source(source, trace.answer() instanceof Grounded));
    }

    private Reply source(Source source, boolean cited) {
        Markup note = changes.underSource(texts, source);
        Markup message = new Markup();
        passages().addHeading(message, source, cited);
        message.text("\n\n");
        Optional<Article> article = articles.apply(source.articleId()).filter(found -> found.has(source.sentence()));
        article.ifPresent(found ->
                addNeighbours(message, found, Math.max(1, source.sentence() - NEIGHBOURS), source.sentence() - 1, ""));
        message.bold(Excerpt.of(Excerpt.oneLine(source.text()), room(message) - note.length()));
        article.ifPresent(found -> addNeighbours(
                message,
                found,
                source.sentence() + 1,
                Math.min(found.sentences().size(), source.sentence() + NEIGHBOURS),
                " "));
        return message.append(note).reply();
    }

    private Passages passages() {
        return new Passages(
                texts,
                id -> articles.apply(id)
                        .map(article -> article.sentences().size())
                        .orElse(0));
    }

    /** Leaves room for the neighbours on the other side. */
    private static int room(Markup message) {
        return Reply.MAX_LENGTH - message.length() - NEIGHBOURS * (LONGEST_NEIGHBOUR + 2);
    }

    private static void addNeighbours(Markup message, Article article, int from, int to, String before) {
        for (int number = from; number <= to; number++) {
            Sentence sentence = article.sentence(number);
            String text = Excerpt.of(Excerpt.oneLine(article.textOf(sentence)), LONGEST_NEIGHBOUR);
            // a headline keeps a line of its own
            String after = before.isEmpty() ? (sentence.citable() ? " " : "\n") : "";
            message.text(before + text + after);
        }
    }

    /** The best passages that the answer does not show. */
    Reply further(AnswerTrace trace) {
        List<Source> further = new ArrayList<>();
        for (Citation passage : trace.notShown()) {
            if (further.size() < MOST_FURTHER) {
                articles.apply(passage.articleId())
                        .filter(article -> article.has(passage.sentence()))
                        .ifPresent(article -> further.add(
                                Source.of(further.size() + 1, article, article.sentence(passage.sentence()))));
            }
        }
        if (further.isEmpty()) {
            return Reply.of(texts.say(Phrase.MORE_NONE));
        }
        String question = Excerpt.of(Excerpt.oneLine(trace.question().text()), LONGEST_QUESTION);
        Markup message = new Markup().text(texts.say(Phrase.MORE_HEAD, "question", question));
        Markup note = changes.underPassages(texts, further);
        passages().add(message, further, null, false, Reply.MAX_LENGTH - message.length() - note.length());
        return message.append(note).reply();
    }
}
