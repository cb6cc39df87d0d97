package io.footnote.article;

import io.footnote.language.PageFurniture;
import io.footnote.language.Span;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what a text states from what only stands around it: headlines, headings, captions, date lines, credits. The rule
 * is in the documentation of {@link ArticleReader}. Immutable.
 */
final class Furniture {
    private static final int LONGEST_HEADLINE_WORDS = 30;
    private static final int LONGEST_HEADING_WORDS = 14;
    /** Of a heading or caption that says something. */
    private static final int SHORTEST_STATEMENT_WORDS = 5;
    /** Of a list, with its indentation. */
    private static final int LONGEST_MARKER = 12;
    /** After these a line is a sentence or announces one. */
    private static final String FINAL_MARKS = ".!?…:;,؟。！？।";

    private static final String CLOSERS = "\"'”’»“„‘)]}*_";
    private static final Pattern LAST_REFERENCE = Pattern.compile("\\s*\\[[^\\[\\]]{1,40}\\]$");
    private static final Pattern ITEM = Pattern.compile(
            "[>\\s]*(?:[-*+–—]\\s|[•⁃‣◦▪●■]|\\(?(?:\\d{1,3}|[a-z])(?:\\.\\)|[.)])\\s).*", Pattern.DOTALL);
    private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\h*\\R");
    private static final Pattern NO_WORD_SIGN = Pattern.compile("[^\\p{L}\\p{N}'’-]+");

    /** Verbs that are finite in every use, in lower case, since names have some of them with a capital (Will, May). */
    private static final Set<String> FINITE_VERBS = Set.of(
            "am",
            "is",
            "are",
            "was",
            "were",
            "isn't",
            "aren't",
            "wasn't",
            "weren't",
            "has",
            "have",
            "had",
            "hasn't",
            "haven't",
            "hadn't",
            "do",
            "does",
            "did",
            "don't",
            "doesn't",
            "didn't",
            "can",
            "could",
            "cannot",
            "can't",
            "couldn't",
            "will",
            "would",
            "won't",
            "wouldn't",
            "shall",
            "should",
            "may",
            "might",
            "must",
            "says",
            "said",
            "became",
            "becomes",
            "began",
            "begins",
            "came",
            "comes",
            "contains",
            "consists",
            "describes",
            "fell",
            "gave",
            "goes",
            "grew",
            "held",
            "includes",
            "knew",
            "lies",
            "lives",
            "made",
            "makes",
            "means",
            "occurs",
            "remains",
            "saw",
            "seems",
            "shows",
            "spoke",
            "stands",
            "took",
            "went",
            "won",
            "wrote");

    private static final Set<String> SUBJECTS =
            Set.of("i", "he", "she", "it", "we", "they", "it's", "he's", "she's", "there's", "they're", "we're", "i'm");
    private static final Set<String> DETERMINERS =
            Set.of("the", "a", "an", "his", "her", "its", "their", "that", "this", "these", "those", "my", "our");

    private final String source;
    private final String prose;
    private final List<Span> sentences;
    /** The indices of the sentences that lie in a heading of the markup. */
    private final BitSet inHeading = new BitSet();

    private final boolean anyPunctuated;

    /**
     * @param source the text
     * @param prose the text without its markup, as long as it
     * @param sentences its sentences
     * @param headings what the markup calls a heading
     */
    Furniture(String source, String prose, List<Span> sentences, List<Span> headings) {
        this.source = source;
        this.prose = prose;
        this.sentences = sentences;
        int heading = 0;
        for (int index = 0; index < sentences.size(); index++) {
            while (heading < headings.size()
                    && headings.get(heading).end() <= sentences.get(index).start()) {
                heading++;
            }
            inHeading.set(
                    index, heading < headings.size() && headings.get(heading).overlaps(sentences.get(index)));
        }
        this.anyPunctuated = sentences.stream().anyMatch(sentence -> isPunctuated(sentence.of(prose)));
    }

    /** The index of the sentence that is the headline, or -1: see {@link ArticleReader}. */
    int headline() {
        if (!inHeading.isEmpty()) {
            return inHeading.nextSetBit(0);
        }
        int index = 0;
        while (index < sentences.size()
                && PageFurniture.isDateLine(sentences.get(index).of(prose))) {
            index++;
        }
        if (index + 1 >= sentences.size() || !isAlone(index)) {
            return -1;
        }
        String text = sentences.get(index).of(prose);
        boolean asks = text.endsWith("?") && isApart(index);
        return (asks || !isPunctuated(text)) && words(text).length <= LONGEST_HEADLINE_WORDS && !isItem(index)
                ? index
                : -1;
    }

    /** Whether the sentence of that index only stands around the text, the headline aside. */
    boolean isFurniture(int index) {
        Span sentence = sentences.get(index);
        String text = sentence.of(prose);
        return text.codePoints().noneMatch(Character::isLetterOrDigit)
                || (inHeading.get(index) && !saysSomething(text))
                || PageFurniture.isDateLine(text)
                || PageFurniture.isPictureCredit(text)
                || isHeadingLike(index, text);
    }

    /** Whether the sentence of that index has the same letters and digits in the same order as the title. */
    boolean repeats(int index, String title) {
        String text = sentences.get(index).of(prose);
        return text.length() <= 2 * title.length() && lettersOf(text).equals(lettersOf(title));
    }

    /** Whether a heading or a caption is a whole statement: it ends with a full stop and has a verb that is finite. */
    private static boolean saysSomething(String text) {
        String[] words = words(text);
        int end = text.length();
        while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean past = Arrays.stream(words).skip(1).anyMatch(word -> word.endsWith("ed"));
        return end > 0
                && text.charAt(end - 1) == '.'
                && words.length >= SHORTEST_STATEMENT_WORDS
                && (past || hasFiniteVerb(words));
    }

    private boolean isHeadingLike(int index, String text) {
        return anyPunctuated
                && beginsLine(index)
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0
                && !isPunctuated(text)
                && !isItem(index)
                && words(text).length <= LONGEST_HEADING_WORDS
                && !hasFiniteVerb(words(text));
    }

    private boolean beginsLine(int index) {
        int from = index == 0 ? 0 : sentences.get(index - 1).end();
        return from == 0 || hasLineBreak(from, sentences.get(index).start());
    }

    /** Whether an empty line follows, as between paragraphs. */
    private boolean isApart(int index) {
        String gap = prose.substring(
                sentences.get(index).end(), sentences.get(index + 1).start());
        return EMPTY_LINE.matcher(gap).find();
    }

    private boolean isAlone(int index) {
        Span sentence = sentences.get(index);
        boolean endsLine = index + 1 == sentences.size()
                || hasLineBreak(sentence.end(), sentences.get(index + 1).start());
        return beginsLine(index) && endsLine && !hasLineBreak(sentence.start(), sentence.end());
    }

    private boolean hasLineBreak(int from, int to) {
        for (int i = from; i < to; i++) {
            if (prose.charAt(i) == '\n' || prose.charAt(i) == '\r') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasFiniteVerb(String[] words) {
        for (int i = 0; i < words.length; i++) {
            String word = words[i].replace('’', '\'');
            boolean transitive =
                    i > 0 && i + 1 < words.length && word.endsWith("ed") && DETERMINERS.contains(words[i + 1]);
            if (transitive || FINITE_VERBS.contains(word) || SUBJECTS.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPunctuated(String text) {
        int end = text.length();
        while (end > 0 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        boolean marked = end > 0 && FINAL_MARKS.indexOf(text.charAt(end - 1)) >= 0;
        return marked || LAST_REFERENCE.matcher(tail(text)).find();
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 50));
    }

    /** Whether a list sign stands before the sentence, in it or, where the markup was blanked out, in the source. */
    private boolean isItem(int index) {
        int start = sentences.get(index).start();
        int from = start;
        while (from > Math.max(0, start - LONGEST_MARKER)
                && source.charAt(from - 1) != '\n'
                && source.charAt(from - 1) != '\r') {
            from--;
        }
        String head = source.substring(from, Math.min(source.length(), start + LONGEST_MARKER));
        return ITEM.matcher(head).lookingAt();
    }

    private static String[] words(String text) {
        return NO_WORD_SIGN.matcher(text).replaceAll(" ").strip().split(" ", -1);
    }

    private static String lettersOf(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
