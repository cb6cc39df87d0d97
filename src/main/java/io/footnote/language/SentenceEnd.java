package io.footnote.language;

import io.footnote.language.EndMarks.Kind;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Decides whether a run of end marks ends the sentence. Immutable and safe for any number of threads.
 *
 * <p>The evidence is the next word: in lower case it goes on. A capital after an ordinary word begins a sentence. After
 * an abbreviation a capital says little, since names have one too, and then what the abbreviation is decides: a title
 * never ends a sentence; a time of day does unless a zone or a date word follows; the others do before an opener, a word
 * that has a capital only at a beginning ({@code The}, {@code He}, {@code However}). The groups are in
 * {@code abbreviations.txt} and {@code sentence-words.txt}, those of other languages beside them.
 *
 * <p>An abbreviation is a word of one of these groups, a single capital, letters with full stops between them
 * ({@code U.S}), or up to four letters without a vowel that are not all capitals ({@code hdqs}).
 */
final class SentenceEnd {
    /** A fronted phrase such as "At about 5 a.m." is no sentence. */
    private static final int LONGEST_FRONTED_PHRASE = 24;

    /** With a bullet, white space and a bracket before it. */
    private static final int LONGEST_ENUMERATOR = 10;
    /** In words, the verb included. */
    private static final int LONGEST_SPEAKER = 5;

    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}|[IVX]{1,5}");

    private final WordGroups abbreviations;
    private final WordGroups words;

    /**
     * @param abbreviations the groups of {@code abbreviations.txt}, or of another language
     * @param words the groups of {@code sentence-words.txt}, or of another language
     */
    SentenceEnd(WordGroups abbreviations, WordGroups words) {
        this.abbreviations = abbreviations;
        this.words = words;
    }

    /**
     * Where to cut.
     *
     * @param start where the sentence began
     * @param limit where the paragraph ends
     * @return the code unit after the sentence, or 0 when it goes on
     */
    int after(String text, int start, EndMarks marks, int limit) {
        int end = marks.end();
        if (end == limit || marks.kind() == Kind.FULL_WIDTH) {
            return end;
        }
        if (!Glyphs.isSpace(text.charAt(end))) {
            return MissingSpace.endsSentence(text, marks, limit) ? end : 0;
        }
        NextWord next = NextWord.after(text, end, limit);
        if (isEnumerator(text, start, marks) || goesOn(text, marks, next)) {
            return 0;
        }
        return switch (marks.kind()) {
            case STOP -> stopEnds(text, start, marks, next) ? end : 0;
            case STOP_THEN_OMISSION -> next.isCapital() ? marks.start() + 1 : 0;
            case ELLIPSIS -> ellipsisEnds(text, marks, next) ? end : 0;
            case ELLIPSIS_AND_STOP -> end;
            case FORCEFUL -> forcefulEnds(text, marks, next, limit) ? end : 0;
            case FULL_WIDTH -> end;
        };
    }

    private boolean goesOn(String text, EndMarks marks, NextWord next) {
        boolean attribution = marks.quoted() && next.dash();
        boolean bracketed =
                marks.start() > 0 && text.charAt(marks.start() - 1) == '(' && text.charAt(marks.bodyEnd()) == ')';
        return next.isLowerCase() || next.closes() || attribution || bracketed;
    }

    private boolean stopEnds(String text, int start, EndMarks marks, NextWord next) {
        String word = WordBounds.wordBefore(text, start, marks.start());
        if (isInitial(word)) {
            return isOpener(next);
        }
        if (countsOff(text, start, word, marks.start(), next)) {
            return false;
        }
        if (abbreviations.has("title", word)) {
            return isAllCapitals(word) ? isOpener(next) : !next.isCapital();
        }
        if (abbreviations.has("linking", word) && !isAllCapitals(word)) {
            return false;
        }
        if (abbreviations.has("numbering", word)) {
            return !next.isDigit();
        }
        if (abbreviations.has("date", word)) {
            return !next.isDigit() && !words.has("date-word", next.word());
        }
        if (abbreviations.has("clock", word)) {
            return next.isCapital() && !continuesTime(next) && !isFronted(text, start, marks.start());
        }
        if (isUnit(text, word, marks.start())) {
            return next.isCapital();
        }
        return isAbbreviation(word) ? isOpener(next) : next.isBeginning();
    }

    /** Whether a number with a full stop is an ordinal, as in {@code am 3. Oktober}; only German writes them so. */
    private boolean countsOff(String text, int start, String word, int end, NextWord next) {
        if (!ORDINAL.matcher(word).matches() || !next.isCapital()) {
            return false;
        }
        int before = Math.max(start, end - word.length() - 1);
        String article = WordBounds.wordBefore(text, start, before);
        return abbreviations.has("ordinal-before", article);
    }

    private boolean isUnit(String text, String word, int end) {
        int before = end - word.length() - 1;
        return before > 0
                && !word.isEmpty()
                && Glyphs.isSpace(text.charAt(before))
                && Character.isDigit(text.charAt(before - 1))
                && Character.isLowerCase(word.charAt(0))
                && abbreviations.has("unit", word);
    }

    private boolean isAbbreviation(String word) {
        if (abbreviations.has("other", word)) {
            return true;
        }
        return isDotted(word) || (word.length() > 1 && word.length() <= 4 && lacksVowel(word));
    }

    private static boolean isInitial(String word) {
        return word.codePointCount(0, word.length()) == 1 && Character.isUpperCase(word.codePointAt(0));
    }

    /** Letters in groups of one or two with full stops between them: U.S, Ph.D, a.m. */
    private static boolean isDotted(String word) {
        int group = 0;
        boolean dotted = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '.') {
                dotted = true;
                group = 0;
            } else if (!Character.isLetter(c) || ++group > 2) {
                return false;
            }
        }
        return dotted;
    }

    private static boolean lacksVowel(String word) {
        boolean allCapitals = word.equals(word.toUpperCase(Locale.ROOT));
        return !allCapitals
                && word.chars()
                        .allMatch(c ->
                                Character.isLetter(c) && "aeiouy".indexOf(Character.toLowerCase(c)) < 0 && c < 128);
    }

    private boolean continuesTime(NextWord next) {
        boolean zone = next.word().length() <= 5 && next.word().length() >= 2 && isAllCapitals(next.word());
        return zone || words.has("date-word", next.word());
    }

    /** Whether the sentence so far is only a phrase of time such as "At 5 a.m". */
    private boolean isFronted(String text, int start, int end) {
        if (end - start > LONGEST_FRONTED_PHRASE) {
            return false;
        }
        int wordEnd = WordBounds.wordEnd(text, start, end);
        return words.has("time-preposition", text.substring(start, wordEnd))
                && text.substring(wordEnd, end).chars().anyMatch(Character::isDigit);
    }

    private boolean ellipsisEnds(String text, EndMarks marks, NextWord next) {
        boolean bracketed = marks.start() > 0 && text.charAt(marks.start() - 1) == '[';
        boolean alwaysCapital = next.word().equals("I")
                || next.word().startsWith("I'")
                || next.word().startsWith("I’");
        return !bracketed && !alwaysCapital && next.isBeginning();
    }

    private boolean forcefulEnds(String text, EndMarks marks, NextWord next, int limit) {
        String word = WordBounds.wordBefore(text, Math.max(0, marks.start() - WordBounds.LONGEST), marks.start());
        if (words.has("exclamation-name", word) && text.charAt(marks.start()) == '!') {
            return isOpener(next);
        }
        return next.isBeginning() && !(marks.quoted() && isSpeaker(text, next, limit));
    }

    /** Whether a name and a verb of saying follow the quotation: "Why?" John Smith asked. */
    private boolean isSpeaker(String text, NextWord next, int limit) {
        if (next.opened() || isOpener(next)) {
            return false;
        }
        int at = next.start();
        for (int count = 0; count < LONGEST_SPEAKER && at < limit; count++) {
            int end = WordBounds.wordEnd(text, at, limit);
            if (count > 0 && words.has("reporting", text.substring(at, end))) {
                return true;
            }
            boolean initial = end == at + 1 && end < limit && text.charAt(end) == '.';
            int gap = initial ? end + 1 : end;
            if (end == at || !Character.isUpperCase(text.codePointAt(at)) || gap >= limit || text.charAt(gap) != ' ') {
                return false;
            }
            at = gap + 1;
        }
        return false;
    }

    private boolean isOpener(NextWord next) {
        return next.isCapital()
                && !next.abbreviated()
                && words.has("opener", next.word().replace('’', '\''));
    }

    /** The number of an item ("1.", "a.)", "IV.") is all that the sentence has so far. */
    private static boolean isEnumerator(String text, int start, EndMarks marks) {
        if (marks.kind() != Kind.STOP || marks.start() - start > LONGEST_ENUMERATOR) {
            return false;
        }
        int from = start;
        while (from < marks.start()
                && (Glyphs.isBullet(text.charAt(from))
                        || Glyphs.isSpace(text.charAt(from))
                        || text.charAt(from) == '(')) {
            from++;
        }
        String token = text.substring(from, marks.start());
        return token.matches("\\d{1,3}|[A-Za-z]|[IVXivx]{1,4}");
    }

    private static boolean isAllCapitals(String word) {
        return word.chars().allMatch(Character::isUpperCase);
    }
}
