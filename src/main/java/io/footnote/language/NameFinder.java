package io.footnote.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Finds names: runs of capitalised words, joined by hyphens or by {@code of} and the like. A word at the start of a
 * sentence is no name when it is a function word or an ordinary opener; titles before a name do not belong to it.
 */
final class NameFinder {

    private static final Set<String> CONNECTORS =
            Set.of("of", "de", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "da", "di", "du", "the");

    private final Lexicon lexicon;

    NameFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The names among the tokens, in order; tokens already {@code taken} by numbers and dates are in none. */
    List<Name> find(List<Token> tokens, BitSet taken) {
        List<Name> names = new ArrayList<>();
        int index = 0;
        while (index < tokens.size()) {
            if (!partOfName(tokens, index, taken)) {
                index++;
                continue;
            }
            List<Token> parts = new ArrayList<>();
            int last = index;
            for (int next = index; next >= 0; next = following(tokens, next, taken)) {
                parts.add(tokens.get(next));
                last = next;
            }
            names.add(new Name(index, last, parts));
            index = last + 1;
        }
        return names;
    }

    private boolean partOfName(List<Token> tokens, int index, BitSet taken) {
        Token token = tokens.get(index);
        if (taken.get(index) || !token.capitalised() || lexicon.isTitle(token.norm())) {
            return false;
        }
        if (token.norm().length() == 1 && !initial(tokens, index)) {
            return false;
        }
        boolean functionWord = lexicon.isStopWord(token.norm()) && !token.acronym();
        return !functionWord && !(opensSentence(tokens, index) && lexicon.isCommonWord(token.norm()));
    }

    /** A single capital belongs to a name when it stands for a word: "F." or before another capital. */
    private static boolean initial(List<Token> tokens, int index) {
        return index + 1 < tokens.size()
                && (tokens.get(index + 1).is(".") || tokens.get(index + 1).capitalised())
                && !tokens.get(index).is("i")
                && !tokens.get(index).is("a");
    }

    /** The next part of the same name, or -1. */
    private int following(List<Token> tokens, int index, BitSet taken) {
        int next = index + 1;
        if (next < tokens.size()
                && tokens.get(next).is(".")
                && tokens.get(index).surface().length() == 1) {
            next++;
        } else if (next < tokens.size() && tokens.get(next).is("-") && glued(tokens, next)) {
            next++;
        } else {
            while (next < tokens.size()
                    && next <= index + 2
                    && CONNECTORS.contains(tokens.get(next).surface())) {
                next++;
            }
            // "the" alone joins nothing: "told the Americans"
            if (next == index + 2 && tokens.get(index + 1).is("the")) {
                return -1;
            }
        }
        return next < tokens.size() && partOfName(tokens, next, taken) ? next : -1;
    }

    private static boolean glued(List<Token> tokens, int index) {
        return tokens.get(index).start() == tokens.get(index - 1).end()
                && index + 1 < tokens.size()
                && tokens.get(index + 1).start() == tokens.get(index).end();
    }

    private static boolean opensSentence(List<Token> tokens, int index) {
        if (index == 0) {
            return true;
        }
        return switch (tokens.get(index - 1).norm()) {
            case ".", "!", "?", ":", ";", "\"", "'", "(", "[", "-", "…", "*" -> true;
            default -> false;
        };
    }
}
