package io.footnote.grounding;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A gate over plain sentence splitting, and articles of given sentences, for the tests of this package. */
final class GateFixture {

    static final CitationGate GATE = new CitationGate(new Annotator(Lexicon.english()), GateFixture::split);

    private GateFixture() {}

    static Judgement judge(String claim, String evidence) {
        return GATE.judge(claim, evidence);
    }

    /** An article whose sentences are those given; the last is not citable. */
    static Article article(String... sentences) {
        List<Sentence> spans = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String sentence : sentences) {
            int start = text.length();
            text.append(sentence);
            spans.add(new Sentence(spans.size() + 1, start, text.length(), spans.size() + 1 < sentences.length));
            text.append(' ');
        }
        return new Article("a1", "Title", "test", null, "en", text.toString(), spans);
    }

    static List<Span> split(String text) {
        List<Span> spans = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            // the JDK ends a sentence after an initial
            if (text.substring(start, end).matches("(?s).*\\b[A-Z]\\. *")) {
                continue;
            }
            int from = start;
            for (String paragraph : text.substring(start, end).split("(?<=\n\n)")) {
                if (!paragraph.isBlank()) {
                    spans.add(new Span(from, from + paragraph.length()));
                }
                from += paragraph.length();
            }
            start = end;
        }
        if (start < text.length()) {
            spans.add(new Span(start, text.length()));
        }
        return spans;
    }
}
