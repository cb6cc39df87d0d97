package io.footnote.cli;

import io.footnote.answer.Abstained;
import io.footnote.answer.Answer;
import io.footnote.answer.Correction;
import io.footnote.answer.Grounded;
import io.footnote.answer.ShortAnswer;
import io.footnote.answer.Source;
import io.footnote.grounding.CheckedStatement;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** An answer as a person reads it in the terminal. */
final class AnswerText {
    private static final String BOLD = "\u001B[1m";
    private static final String PLAIN = "\u001B[22m";

    private final PrintWriter out;
    private final boolean styled;
    private int shown;

    /** @param terminal where it goes; the words that answer are bold where that is a screen */
    AnswerText(Terminal terminal) {
        this.out = terminal.out();
        this.styled = terminal.styled();
    }

    /** Shows the statements that are new; the sources follow with {@link #print}. */
    void printNew(Grounded soFar) {
        for (; shown < soFar.statements().size(); shown++) {
            CheckedStatement checked = soFar.statements().get(shown);
            out.print((shown == 0 ? "" : " ") + oneLine(checked.statement().text()) + markers(soFar, checked));
        }
        out.flush();
    }

    /** Shows an answer, or what {@link #printNew} has not shown of it. */
    void print(Answer answer) {
        switch (answer) {
            case Grounded grounded -> print(grounded);
            case Abstained abstained -> print(abstained);
        }
        if (answer.engine().equals(Correction.ENGINE)) {
            out.println();
            out.println("(From the editors)");
        }
        if (answer.fallback() != null) {
            out.println();
            out.println("(The embedded answerer stood in: " + answer.fallback() + ")");
        }
    }

    private void print(Grounded grounded) {
        if (shown > 0) {
            printNew(grounded);
            out.println();
        } else {
            out.println(grounded.statements().stream()
                    .map(checked -> shown(checked.statement().text(), grounded) + markers(grounded, checked))
                    .collect(Collectors.joining(" ")));
        }
        out.println();
        for (Source source : grounded.sources()) {
            out.println("[" + source.n() + "] " + place(source));
            if (grounded.statements().stream()
                    .noneMatch(checked -> oneLine(checked.statement().text()).equals(oneLine(source.text())))) {
                out.println("    " + shown(source.text(), grounded));
            }
            if (source.url() != null) {
                out.println("    " + source.url());
            }
        }
    }

    /** The place of each source, a line for each. */
    static void printPlaces(PrintWriter out, List<Source> sources) {
        for (Source source : sources) {
            out.println("[" + source.n() + "] " + place(source));
        }
    }

    /** Which sentence of which article, and of when that is. */
    static String place(Source source) {
        return oneLine(source.title()) + ", sentence " + source.sentence()
                + (source.published() == null ? "" : ", " + source.published().toLocalDate());
    }

    /** A sentence on one line, with the words that answer in bold if they are in it. */
    private String shown(String sentence, Grounded grounded) {
        String line = oneLine(sentence);
        ShortAnswer brief = grounded.brief();
        Source source = grounded.sources().getFirst();
        if (!styled || brief == null || !line.equals(oneLine(source.text()))) {
            return line;
        }
        ShortAnswer words = brief.shownIn(source, AnswerText::oneLine);
        return line.substring(0, words.start()) + BOLD + words.text() + PLAIN + line.substring(words.end());
    }

    private void print(Abstained abstained) {
        out.println(oneLine(message(abstained)));
        for (Source source : abstained.nearest()) {
            out.println();
            out.println("Nearest: " + oneLine(source.text()));
            out.println("    " + place(source));
        }
    }

    /** The statements with their markers; for an abstention its message. */
    static String marked(Answer answer) {
        return switch (answer) {
            case Grounded grounded ->
                grounded.statements().stream()
                        .map(checked -> checked.statement().text() + markers(grounded, checked))
                        .collect(Collectors.joining(" "));
            case Abstained abstained -> message(abstained);
        };
    }

    private static String markers(Grounded grounded, CheckedStatement checked) {
        return grounded.markersOf(checked).stream().map(n -> " [" + n + "]").collect(Collectors.joining());
    }

    /** What a reader is told instead of an answer. */
    static String message(Abstained abstained) {
        String missing = abstained.missing();
        return missing == null
                ? "The article does not say."
                : "The article does not say; it has nothing about: " + missing + ".";
    }

    /**
     * The text with every run of white space as one space. Control characters are left out: a terminal would obey those
     * that a question or an article brings along.
     */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}&&\\S]+", "").strip().replaceAll("\\s+", " ");
    }
}
