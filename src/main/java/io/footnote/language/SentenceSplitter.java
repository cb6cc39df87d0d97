package io.footnote.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Splits news text into sentences by rules of punctuation and short lists of abbreviations, with lists of their own for
 * English, German, Spanish, French and Russian. Immutable and safe for any number of threads; the time grows with the length of the text and with nothing else.
 *
 * <p>No sentence crosses a paragraph: blank lines, and line breaks that do not merely wrap a line. Inside a paragraph a
 * full stop, exclamation mark, question mark or ellipsis ends a sentence together with the quotation marks, brackets and
 * reference marks that follow it, whichever way those quotation marks point, unless
 *
 * <ul>
 *   <li>the next word is in lower case, so that the sentence goes on ({@code "Why?" he asked});
 *   <li>the full stop belongs to an abbreviation, an initial, a number or an address, and what follows does not look
 *       like a beginning: see {@link SentenceEnd};
 *   <li>it belongs to the number of an item in a list.
 * </ul>
 *
 * A sentence also begins at an item of a list that runs on in a line, at a picture credit, after a date line, and at a
 * capitalised function word after a caption, where a page has lost the line break. Other languages with these marks are split too, only less exactly.
 */
public final class SentenceSplitter {
    /** The languages with word lists of their own beside English. */
    private static final List<String> OTHERS = List.of("de", "es", "fr", "ru");

    private final Rules english = Rules.of("");
    private final Map<String, Rules> others =
            OTHERS.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), tag -> Rules.of("-" + tag)));

    /** What depends on the language. */
    private record Rules(SentenceEnd sentenceEnd, LostLineBreak lostLineBreak) {
        static Rules of(String suffix) {
            WordGroups words = WordGroups.of("sentence-words" + suffix + ".txt");
            return new Rules(
                    new SentenceEnd(WordGroups.of("abbreviations" + suffix + ".txt"), words), new LostLineBreak(words));
        }
    }

    /** The sentences of an English text, as {@link #split(String, String)}. */
    public List<Span> split(String text) {
        return split(text, "en");
    }

    /**
     * The sentences in the order of the text. No span overlaps another, none begins or ends with white space, and every
     * character that is not white space is in exactly one. A text of white space has none.
     *
     * @param language as a BCP 47 tag; others than English, German, Spanish, French and Russian are split as English is
     */
    public List<Span> split(String text, String language) {
        Rules rules = others.getOrDefault(Locale.forLanguageTag(language).getLanguage(), english);
        List<Span> sentences = new ArrayList<>();
        for (Span paragraph : Paragraphs.of(text)) {
            new Pass(rules, text, paragraph, sentences).run();
        }
        return sentences;
    }

    /** One walk through one paragraph. */
    private static final class Pass {
        private final SentenceEnd sentenceEnd;
        private final LostLineBreak lostLineBreak;
        private final String text;
        private final int limit;
        private final int paragraphStart;
        private final List<Span> sentences;
        private int start;
        private boolean quoteOpen;
        private Optional<Enumerator> item;

        Pass(Rules rules, String text, Span paragraph, List<Span> sentences) {
            this.sentenceEnd = rules.sentenceEnd();
            this.lostLineBreak = rules.lostLineBreak();
            this.text = text;
            this.limit = paragraph.end();
            this.sentences = sentences;
            this.paragraphStart = paragraph.start();
            this.start = paragraph.start();
            this.item = Enumerator.at(text, afterBullet(paragraph.start()), limit);
        }

        void run() {
            int at = PageFurniture.dateLineEnd(text, start, limit);
            if (at > start) {
                cut(at);
            }
            while (at < limit) {
                if (Glyphs.isEndMark(text.charAt(at))) {
                    EndMarks marks = EndMarks.at(text, at, limit, quoteOpen);
                    int cut = sentenceEnd.after(text, start, marks, limit);
                    int next = Math.max(marks.end(), cut);
                    watchQuotes(at, next);
                    if (cut > 0) {
                        cut(cut);
                    }
                    at = next;
                } else {
                    if (beginsLine(at)) {
                        cut(at);
                    }
                    watchQuotes(at, at + 1);
                    at++;
                }
            }
            cut(limit);
        }

        private void cut(int end) {
            Span sentence = Paragraphs.trim(text, start, end);
            if (sentence.length() > 0) {
                sentences.add(sentence);
            }
            start = end;
            while (start < limit && Glyphs.isSpace(text.charAt(start))) {
                start++;
            }
        }

        private void watchQuotes(int from, int to) {
            for (int i = from; i < to; i++) {
                quoteOpen ^= text.charAt(i) == '"';
            }
        }

        /** Whether a list item or a picture credit begins here, after the white space of a line that runs on. */
        private boolean beginsLine(int at) {
            if (at <= start || !Glyphs.isSpace(text.charAt(at - 1)) || Glyphs.isSpace(text.charAt(at))) {
                return false;
            }
            if (Glyphs.isBullet(text.charAt(at))) {
                item = Enumerator.at(text, afterBullet(at), limit);
                return true;
            }
            boolean first = start == paragraphStart && !quoteOpen;
            return beginsNextItem(at) || lostLineBreak.isBefore(text, start, at, limit, first);
        }

        private boolean beginsNextItem(int at) {
            if (item.isEmpty()) {
                return false;
            }
            Optional<Enumerator> next = Enumerator.at(text, at, limit)
                    .filter(candidate -> candidate.follows(item.get()))
                    .filter(candidate -> startsWithCapital(candidate.end()));
            if (next.isPresent()) {
                item = next;
            }
            return next.isPresent();
        }

        private boolean startsWithCapital(int at) {
            return at + 1 < limit && Character.isUpperCase(text.codePointAt(at + 1));
        }

        private int afterBullet(int at) {
            int after = at;
            while (after < limit
                    && after < at + 2
                    && (Glyphs.isBullet(text.charAt(after)) || (after > at && Glyphs.isSpace(text.charAt(after))))) {
                after++;
            }
            return after;
        }
    }
}
