package io.footnote.telegram;

import io.footnote.answer.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Shows sentences of articles with their places, folded. Immutable.
 *
 * @param sentences how many sentences an article has, by its id; 0 where that is not known
 */
record Passages(Texts texts, ToIntFunction<String> sentences) {
    /** Fewer units of a sentence than these are not worth showing. */
    static final int SHORTEST_EXCERPT = 20;

    private static final int LONGEST_TITLE = 100;

    /** The most that the statements leave to the sources when they are too long themselves. */
    private static final int LEAST_FOR_SOURCES = 600;

    /**
     * A sentence's first line, and the sentence.
     *
     * @param name the article's title, or where the sentence before is of the same article, the place
     * @param rest the place where it is not named already
     */
    private record Shown(
            String marker, String name, @Nullable String link, String rest, String text) {
        /** The first line with a line end before and after it. */
        int overhead() {
            return marker.length() + name.length() + rest.length() + 2;
        }

        int least() {
            return overhead() + Math.min(text.length(), SHORTEST_EXCERPT);
        }
    }

    private Shown shown(Source source, boolean numbered, @Nullable Source before) {
        String text = Excerpt.oneLine(source.text());
        boolean titled = before == null || !before.articleId().equals(source.articleId());
        String title = texts.isolated(Excerpt.of(Excerpt.oneLine(source.title()), LONGEST_TITLE));
        return new Shown(
                numbered ? "[" + source.n() + "] " : "",
                titled ? title : place(source),
                PassageLink.to(source.url(), text),
                titled ? (texts.tongue().rightToLeft() ? "، " : ", ") + place(source) : "",
                text);
    }

    private List<Shown> shown(List<Source> sources, boolean numbered) {
        List<Shown> shown = new ArrayList<>();
        Source before = null;
        for (Source source : sources) {
            shown.add(shown(source, numbered, before));
            before = source;
        }
        return shown;
    }

    /** Where a sentence stands, such as "sentence 4 of 32". */
    private String place(Source source) {
        int count = Math.max(source.sentence(), sentences.applyAsInt(source.articleId()));
        return texts.say(Phrase.PLACE, Map.of("number", source.sentence(), "count", count));
    }

    /** How long they are in full. */
    int needed(List<Source> sources) {
        return shown(sources, true).stream()
                .mapToInt(shown -> shown.overhead() + shown.text().length())
                .sum();
    }

    /** The room they should have at least. */
    int least(List<Source> sources) {
        int needed = shown(sources, true).stream().mapToInt(Shown::least).sum();
        return Math.min(needed + AnswerMessage.BEFORE_SOURCES, LEAST_FOR_SOURCES);
    }

    /** The first line of a source alone, as a heading. */
    void addHeading(Markup message, Source source, boolean numbered) {
        Shown shown = shown(source, numbered, null);
        message.text(shown.marker()).link(shown.name(), shown.link()).text(shown.rest());
    }

    /** Adds as much of the sources as fits. */
    void add(Markup message, List<Source> sources, AnswerMessage.@Nullable Brief brief, boolean numbered, int room) {
        List<Shown> fitting = new ArrayList<>();
        int left = room - AnswerMessage.BEFORE_SOURCES;
        for (Shown next : shown(sources, numbered)) {
            left -= next.least();
            if (left < 0) {
                break;
            }
            fitting.add(next);
        }
        if (fitting.isEmpty()) {
            return;
        }
        int heads = fitting.stream().mapToInt(Shown::overhead).sum();
        int[] shares = Excerpt.shares(
                fitting.stream().mapToInt(source -> source.text().length()).toArray(),
                room - AnswerMessage.BEFORE_SOURCES - heads);
        message.text("\n\n").openQuote();
        for (int index = 0; index < fitting.size(); index++) {
            Shown source = fitting.get(index);
            message.text(index == 0 ? "" : "\n")
                    .text(source.marker())
                    .link(source.name(), source.link())
                    .text(source.rest() + "\n");
            AnswerMessage.addSentence(message, source.text(), shares[index], brief);
        }
        message.closeQuote();
    }
}
