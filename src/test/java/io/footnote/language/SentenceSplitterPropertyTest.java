package io.footnote.language;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterPropertyTest {
    private static final List<String> PIECES = List.of(
            "word",
            "Word",
            "Mr.",
            "U.S.",
            "e.g.",
            "No.",
            "a.m.",
            "The",
            "I",
            "1.",
            "2)",
            "3.5",
            "…",
            "...",
            ". . .",
            ".",
            "!",
            "?",
            "\"",
            "'",
            "“",
            "”",
            "‘",
            "’",
            "«",
            "»",
            "(",
            ")",
            "[",
            "]",
            "•",
            "- ",
            " ",
            " ",
            " ",
            "  ",
            "\n",
            "\r\n",
            "\n\n",
            "\u00A0",
            "\u2028",
            "—",
            "😀",
            "𝒜",
            "é",
            "。",
            "Yahoo!",
            "Image: ",
            "Friday, July 21, 2017 ",
            "[citation needed]",
            "\uD800",
            "\uDC00",
            "\u200B");
    private static final int LARGE = 2_000_000;

    private final SentenceSplitter splitter = new SentenceSplitter();

    @Test
    void spansAreTrimmedInOrderAndHoldEveryCharacterOnce() {
        long seed = System.nanoTime();
        RandomGenerator random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(40);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            requireWholeCover(text.toString(), "seed " + seed + ", round " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".", "\"", "“", "Mr. ", "U.S. ", "a.", "x", "((.", "!\" ", ". . ", "1. ", "• ", " \n", "]\n", ". [",
                "😀", "? John "
            })
    @Timeout(60)
    void twoMillionCharactersOfTheSameAreSplitInLinearTime(String piece) {
        requireWholeCover(piece.repeat(LARGE / piece.length()), "pieces of " + piece);
    }

    @Test
    @Timeout(60)
    void oneOpenBracketOrWideGapBeforeManyMarksCostsNothingExtra() {
        requireWholeCover("(".repeat(LARGE / 2) + ".a".repeat(LARGE / 4), "brackets");
        requireWholeCover((". " + " ".repeat(1_000)).repeat(LARGE / 1_002), "gaps");
        requireWholeCover("word ".repeat(LARGE / 10) + "Mr. A. ".repeat(LARGE / 14), "one long sentence");
    }

    private void requireWholeCover(String text, String description) {
        boolean[] covered = new boolean[text.length()];
        int end = 0;
        for (Span span : splitter.split(text)) {
            boolean ordered = span.start() >= end && span.length() > 0;
            if (!ordered || isSpace(text.charAt(span.start())) || isSpace(text.charAt(span.end() - 1))) {
                throw new AssertionError(description + ": " + span + " is out of order or not trimmed");
            }
            if (cutsPair(text, span.start()) || cutsPair(text, span.end())) {
                throw new AssertionError(description + ": " + span + " cuts a surrogate pair");
            }
            Arrays.fill(covered, span.start(), span.end(), true);
            end = span.end();
        }
        for (int i = 0; i < text.length(); i++) {
            if (!covered[i] && !isSpace(text.charAt(i))) {
                throw new AssertionError(description + ": unit " + i + " is in no sentence of " + text);
            }
        }
    }

    private static boolean cutsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
