package io.footnote.telegram;

import io.footnote.answer.Abstained;
import io.footnote.answer.Answer;
import io.footnote.answer.Grounded;
import io.footnote.answer.ShortAnswer;
import io.footnote.answer.Source;
import io.footnote.grounding.CheckedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer as one message: the statements with their markers, and the sources folded under them. Where that is too long,
 * the sources are cut first, then left out from the last, and only then the statements are cut.
 */
final class AnswerMessage {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_MISSING = 300;
    private static final int LONGEST_NOTE = 300;

    /** Fewer units of a source than these are not worth showing. */
    private static final int SHORTEST_EXCERPT = 20;

    /** The most that the statements leave to the sources when they are too long themselves. */
    private static final int LEAST_FOR_SOURCES = 600;

    /** The empty line before the sources, whose first needs no line end of its own. */
    private static final int BEFORE_SOURCES = 1;

    /** Stands for the statements that did not fit. */
    private static final String MORE = " …";

    private AnswerMessage() {}

    static Reply of(Answer answer) {
        Markup note = new Markup();
        String fallback = answer.fallback();
        if (fallback != null) {
            note.text("\n\n")
                    .italic("Answered without the language model: "
                            + Excerpt.of(Excerpt.oneLine(fallback), LONGEST_NOTE));
        }
        Markup message = new Markup();
        int room = Reply.MAX_LENGTH - note.length();
        switch (answer) {
            case Grounded grounded -> {
                addStatements(message, grounded, room - least(grounded.sources()));
                addSources(message, grounded.sources(), Brief.of(grounded), true, room - message.length());
            }
            case Abstained abstained -> {
                message.text(sentence(abstained));
                if (!abstained.nearest().isEmpty()) {
                    message.text(" This comes nearest:");
                }
                addSources(message, abstained.nearest(), null, false, room - message.length());
            }
        }
        return message.append(note).reply();
    }

    /** A statement and the markers behind it. */
    private record Marked(String text, String markers) {
        static Marked of(CheckedStatement checked, Grounded grounded) {
            return new Marked(
                    Excerpt.oneLine(checked.statement().text()),
                    grounded.markersOf(checked).stream()
                            .map(n -> " [" + n + "]")
                            .collect(Collectors.joining()));
        }

        /** The least it takes up, with the space before it. */
        int least() {
            return 1 + Math.min(text.length(), SHORTEST_EXCERPT) + markers.length();
        }
    }

    private static void addStatements(Markup message, Grounded grounded, int room) {
        Brief brief = Brief.of(grounded);
        List<Marked> shown = new ArrayList<>();
        int left = room - MORE.length();
        for (CheckedStatement checked : grounded.statements()) {
            Marked next = Marked.of(checked, grounded);
            left -= next.least();
            if (left < 0) {
                break;
            }
            shown.add(next);
        }
        int around = shown.stream()
                .mapToInt(statement -> 1 + statement.markers().length())
                .sum();
        int[] shares = Excerpt.shares(
                shown.stream().mapToInt(statement -> statement.text().length()).toArray(),
                room - MORE.length() - around);
        for (int index = 0; index < shown.size(); index++) {
            message.text(index == 0 ? "" : " ");
            addSentence(message, shown.get(index).text(), shares[index], brief);
            message.text(shown.get(index).markers());
        }
        if (shown.size() < grounded.statements().size()) {
            message.text(MORE);
        }
    }

    /**
     * The words that answer, in the sentence they are of.
     *
     * @param sentence that sentence on one line
     * @param words its words, with offsets into it
     */
    private record Brief(String sentence, ShortAnswer words) {
        static @Nullable Brief of(Grounded grounded) {
            ShortAnswer brief = grounded.brief();
            Source source = grounded.sources().getFirst();
            return brief == null
                    ? null
                    : new Brief(Excerpt.oneLine(source.text()), brief.shownIn(source, Excerpt::oneLine));
        }

        /** The sentence to the end of the words. */
        String upToWords() {
            return sentence.substring(0, words.end());
        }
    }

    /** As much of a sentence as fits, with the words that answer in bold if they are in it and fit whole. */
    private static void addSentence(Markup message, String sentence, int room, @Nullable Brief brief) {
        String excerpt = Excerpt.of(sentence, room);
        if (brief != null && sentence.equals(brief.sentence()) && excerpt.startsWith(brief.upToWords())) {
            message.bold(excerpt, brief.words().start(), brief.words().end());
        } else {
            message.text(excerpt);
        }
    }

    /** A source's first line, and its sentence. */
    private record Shown(
            String marker, String title, @Nullable String url, String place, String text) {
        static Shown of(Source source, boolean numbered) {
            return new Shown(
                    numbered ? "[" + source.n() + "] " : "",
                    Excerpt.of(Excerpt.oneLine(source.title()), LONGEST_TITLE),
                    source.url(),
                    ", sentence " + source.sentence(),
                    Excerpt.oneLine(source.text()));
        }

        /** The first line with a line end before and after it. */
        int overhead() {
            return marker.length() + title.length() + place.length() + 2;
        }

        int least() {
            return overhead() + Math.min(text.length(), SHORTEST_EXCERPT);
        }
    }

    private static int least(List<Source> sources) {
        int needed = sources.stream()
                .mapToInt(source -> Shown.of(source, true).least())
                .sum();
        return Math.min(needed + BEFORE_SOURCES, LEAST_FOR_SOURCES);
    }

    private static void addSources(
            Markup message, List<Source> sources, @Nullable Brief brief, boolean numbered, int room) {
        List<Shown> shown = new ArrayList<>();
        int left = room - BEFORE_SOURCES;
        for (Source source : sources) {
            Shown next = Shown.of(source, numbered);
            left -= next.least();
            if (left < 0) {
                break;
            }
            shown.add(next);
        }
        if (shown.isEmpty()) {
            return;
        }
        int heads = shown.stream().mapToInt(Shown::overhead).sum();
        int[] shares = Excerpt.shares(
                shown.stream().mapToInt(source -> source.text().length()).toArray(), room - BEFORE_SOURCES - heads);
        message.text("\n\n").openQuote();
        for (int index = 0; index < shown.size(); index++) {
            Shown source = shown.get(index);
            message.text(index == 0 ? "" : "\n")
                    .text(source.marker())
                    .link(source.title(), source.url())
                    .text(source.place() + "\n");
            addSentence(message, source.text(), shares[index], brief);
        }
        message.closeQuote();
    }

    /** The answer in words alone, as a later question may refer to it. */
    static String words(Answer answer) {
        return switch (answer) {
            case Grounded grounded ->
                grounded.statements().stream()
                        .map(checked -> Excerpt.oneLine(checked.statement().text()))
                        .collect(Collectors.joining(" "));
            case Abstained abstained -> sentence(abstained);
        };
    }

    private static String sentence(Abstained abstained) {
        String missing = abstained.missing();
        return missing == null
                ? "The article does not say."
                : "The article does not say; it has nothing about: "
                        + Excerpt.of(Excerpt.oneLine(missing), LONGEST_MISSING) + ".";
    }
}
