package io.footnote.language;

/**
 * A run of marks that may end a sentence, with what closes after it: {@code ?!”}, {@code ...)}, {@code .[3]}. Immutable.
 *
 * @param start the first mark
 * @param bodyEnd the code unit after the last mark, before anything that closes
 * @param end the code unit after the quotation marks, brackets and reference marks that belong to it
 * @param kind what the marks are
 * @param quoted whether a quotation mark closes after them
 */
record EndMarks(int start, int bodyEnd, int end, Kind kind, boolean quoted) {
    /** The longest text in square brackets that is still a reference, such as {@code [citation needed]}. */
    static final int LONGEST_REFERENCE = 40;

    /** What a run of marks can be. */
    enum Kind {
        /** One full stop. */
        STOP,
        /** A full stop at a word, with the three spaced dots of an omission after it. */
        STOP_THEN_OMISSION,
        /** Three dots, or more where they stand at a word. */
        ELLIPSIS,
        /** Four dots apart from any word: an omission and a full stop. */
        ELLIPSIS_AND_STOP,
        /** A run with an exclamation or question mark. */
        FORCEFUL,
        /** The end marks of scripts without spaces. */
        FULL_WIDTH
    }

    /** The run whose first mark is at {@code start}. */
    static EndMarks at(String text, int start, int limit, boolean quoteOpen) {
        int runEnd = start;
        boolean forceful = false;
        boolean fullWidth = false;
        while (runEnd < limit && Glyphs.isEndMark(text.charAt(runEnd))) {
            forceful |= Glyphs.isForcefulMark(text.charAt(runEnd));
            fullWidth |= Glyphs.isFullWidthMark(text.charAt(runEnd));
            runEnd++;
        }
        int bodyEnd = forceful || fullWidth ? runEnd : afterSpacedDots(text, runEnd, limit);
        boolean open = quoteOpen;
        boolean quoted = false;
        int end = bodyEnd;
        for (int closer = closerEnd(text, end, limit, open); closer > end; closer = closerEnd(text, end, limit, open)) {
            for (; end < closer; end++) {
                open ^= text.charAt(end) == '"';
                quoted |= Glyphs.isClosingQuote(text.charAt(end)) || Glyphs.isOpeningQuote(text.charAt(end));
            }
        }
        Kind kind = fullWidth ? Kind.FULL_WIDTH : forceful ? Kind.FORCEFUL : kindOfDots(text, start, runEnd, bodyEnd);
        return new EndMarks(start, bodyEnd, end, kind, quoted);
    }

    private static Kind kindOfDots(String text, int start, int runEnd, int bodyEnd) {
        int dots = 0;
        for (int i = start; i < bodyEnd; i++) {
            dots += text.charAt(i) == '…' ? 3 : text.charAt(i) == '.' ? 1 : 0;
        }
        boolean atWord = start > 0 && !Glyphs.isSpace(text.charAt(start - 1));
        if (dots == 1) {
            return Kind.STOP;
        }
        if (atWord && runEnd == start + 1 && bodyEnd > runEnd && dots >= 4) {
            return Kind.STOP_THEN_OMISSION;
        }
        return dots >= 4 && !atWord ? Kind.ELLIPSIS_AND_STOP : Kind.ELLIPSIS;
    }

    /** The end of dots that go on with one space before each group, unless a number or a name begins with the dot. */
    private static int afterSpacedDots(String text, int from, int limit) {
        int end = from;
        while (end + 1 < limit && Glyphs.isSpace(text.charAt(end)) && isDot(text.charAt(end + 1))) {
            int groupEnd = end + 1;
            while (groupEnd < limit && isDot(text.charAt(groupEnd))) {
                groupEnd++;
            }
            if (groupEnd < limit && Character.isLetterOrDigit(text.charAt(groupEnd))) {
                return end;
            }
            end = groupEnd;
        }
        return end;
    }

    private static boolean isDot(char c) {
        return c == '.' || c == '…';
    }

    /** The end of one more thing that closes at {@code at}, or {@code at} when nothing does. */
    private static int closerEnd(String text, int at, int limit, boolean quoteOpen) {
        if (at >= limit) {
            return at;
        }
        char c = text.charAt(at);
        boolean wordAfter = at + 1 < limit && Character.isLetterOrDigit(text.codePointAt(at + 1));
        if (c == '"') {
            return quoteOpen || !wordAfter ? at + 1 : at;
        }
        if (c == '\'' || c == '’' || Glyphs.isOpeningQuote(c)) {
            return wordAfter ? at : at + 1;
        }
        if (c == '[') {
            return referenceEnd(text, at, limit);
        }
        if (Glyphs.isSpace(c)
                && (isSpacedGuillemet(text, at + 1, limit) || quoteOpen && isLoneQuote(text, at + 1, limit))) {
            return at + 2;
        }
        return Glyphs.isCloser(c) || c == '†' || isSuperscript(c) ? at + 1 : at;
    }

    /** A straight quotation mark with white space on both sides closes what is open. */
    private static boolean isLoneQuote(String text, int at, int limit) {
        return at < limit && text.charAt(at) == '"' && (at + 1 == limit || Glyphs.isSpace(text.charAt(at + 1)));
    }

    /** As French sets them: white space on both sides. Where German opens with this mark, a word follows at once. */
    private static boolean isSpacedGuillemet(String text, int at, int limit) {
        return at < limit
                && (text.charAt(at) == '»' || text.charAt(at) == '›')
                && (at + 1 == limit || Glyphs.isSpace(text.charAt(at + 1)));
    }

    private static boolean isSuperscript(char c) {
        return c == '¹' || c == '²' || c == '³' || (c >= '⁰' && c <= '⁹');
    }

    private static int referenceEnd(String text, int at, int limit) {
        int end = Math.min(limit, at + LONGEST_REFERENCE);
        for (int i = at + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == ']') {
                return i + 1;
            }
            if (c == '[' || Glyphs.isEndMark(c)) {
                return at;
            }
        }
        return at;
    }
}
