package io.footnote.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into words, numbers and marks, in the manner of the Penn Treebank: {@code didn't} is {@code did} and
 * {@code n't}, {@code Kerry's} is {@code Kerry} and {@code s}; hyphens part words; {@code U.S.}, {@code O'Brien},
 * {@code 240,000} and {@code 240 000} are one token. Invisible characters (Unicode's category Cf) count for nothing.
 * Linear in the text's length, never fails. Safe for any number of threads.
 */
final class Tokenizer {

    private final Lexicon lexicon;

    Tokenizer(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The tokens of {@code text} in order. */
    List<Token> tokenize(String text) {
        List<Token> tokens = new ArrayList<>();
        int index = 0;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            if (Character.isWhitespace(point) || Character.isSpaceChar(point) || invisible(point)) {
                index += Character.charCount(point);
            } else if (Character.isDigit(point)) {
                index = number(text, index, tokens);
            } else if (Character.isLetter(point)) {
                index = word(text, index, tokens);
            } else {
                index = mark(text, index, tokens);
            }
        }
        return tokens;
    }

    /** Format characters, control characters and variation selectors: they leave no trace on the page. */
    static boolean invisible(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT
                || (type == Character.CONTROL && !Character.isWhitespace(point))
                || (point >= 0xFE00 && point <= 0xFE0F);
    }

    private static int number(String text, int start, List<Token> tokens) {
        StringBuilder norm = new StringBuilder();
        int index = digits(text, start, norm);
        boolean grouped = true;
        while (index < text.length()) {
            char separator = text.charAt(index);
            int run = digitRun(text, index + 1);
            boolean thousands = separator == ','
                    || separator == '\u00A0'
                    || separator == '\u202F'
                    || separator == '\u2009'
                    || separator == ' ';
            if (thousands && grouped && run == 3 && (norm.length() <= 3 || norm.indexOf(",") > 0)) {
                norm.append(',');
            } else if ((separator == '.' && run > 0) || (separator == ':' && run == 2)) {
                grouped = false;
                norm.append(separator);
            } else {
                break;
            }
            index = digits(text, index + 1, norm);
        }
        for (String suffix : List.of("st", "nd", "rd", "th", "s")) {
            int end = index + suffix.length();
            if (text.regionMatches(true, index, suffix, 0, suffix.length()) && !letterAt(text, end)) {
                norm.append(suffix);
                index = end;
                break;
            }
        }
        String form = norm.toString();
        tokens.add(new Token(start, index, form, form, form, Token.Type.NUMBER));
        return index;
    }

    private static int digits(String text, int start, StringBuilder norm) {
        int index = start;
        while (index < text.length() && Character.isDigit(text.codePointAt(index))) {
            int point = text.codePointAt(index);
            norm.append(Character.digit(point, 10));
            index += Character.charCount(point);
        }
        return index;
    }

    /** The number of ASCII digits from {@code start} on, as far as it matters here. */
    private static int digitRun(String text, int start) {
        int length = 0;
        while (length < 4 && start + length < text.length() && Character.isDigit(text.charAt(start + length))) {
            length++;
        }
        return length;
    }

    private int word(String text, int start, List<Token> tokens) {
        StringBuilder surface = new StringBuilder();
        int index = start;
        int apostrophe = -1;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            int next = index + Character.charCount(point);
            if (Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK) {
                surface.appendCodePoint(point);
            } else if (apostrophe(point) && letterAt(text, next)) {
                apostrophe = index;
                surface.append('\'');
            } else if (point == '.' && singleLetter(surface) && abbreviates(text, next, surface)) {
                surface.append('.');
            } else if (!invisible(point)) {
                break;
            }
            index = next;
        }
        add(surface.toString(), start, apostrophe, index, tokens);
        return index;
    }

    private void add(String written, int start, int apostrophe, int end, List<Token> tokens) {
        String surface = written.indexOf('.') < 0 ? written : written.replace(".", "");
        int mark = surface.lastIndexOf('\'');
        String lower = surface.toLowerCase(Locale.ROOT);
        if (mark > 0 && lower.endsWith("n't")) {
            if (mark > 1) {
                String verb = surface.substring(0, mark - 1);
                String whole = lower.equals("can't") ? "can" : lower.equals("won't") ? "will" : verb;
                tokens.add(token(whole, start, apostrophe - 1));
            }
            tokens.add(token("n't", Math.max(start, apostrophe - 1), end));
        } else if (mark > 0 && surface.length() - mark <= 3 && isClitic(lower.substring(mark + 1))) {
            tokens.add(token(surface.substring(0, mark), start, apostrophe));
            tokens.add(token(surface.substring(mark + 1), apostrophe, end));
        } else if (lower.equals("cannot")) {
            tokens.add(token("can", start, start + 3));
            tokens.add(token("not", start + 3, end));
        } else {
            tokens.add(token(surface, start, end));
        }
    }

    private Token token(String written, int start, int end) {
        String surface = Normalizer.normalize(written, Normalizer.Form.NFKC);
        String norm = surface.toLowerCase(Locale.ROOT);
        boolean acronymOfStopWord =
                norm.length() > 1 && lexicon.isStopWord(norm) && surface.equals(surface.toUpperCase(Locale.ROOT));
        return new Token(start, end, surface, norm, acronymOfStopWord ? surface : lexicon.key(norm), Token.Type.WORD);
    }

    private static int mark(String text, int start, List<Token> tokens) {
        int point = text.codePointAt(start);
        int end = start + Character.charCount(point);
        String norm;
        if ((point == '`' || point == '\'') && end < text.length() && text.charAt(end) == point) {
            norm = "\"";
            end++;
        } else if (apostrophe(point) || point == '‘') {
            norm = "'";
        } else {
            norm = switch (point) {
                case '“', '”', '„', '‟', '«', '»', '＂' -> "\"";
                case '‐', '‑', '‒', '–', '—', '―', '−' -> "-";
                default -> Character.toString(point);
            };
        }
        String surface = text.substring(start, end);
        tokens.add(new Token(start, end, surface, norm, norm, Token.Type.PUNCTUATION));
        return end;
    }

    private static boolean apostrophe(int point) {
        return point == '\'' || point == '’' || point == 'ʼ' || point == '‛' || point == '＇';
    }

    private static boolean isClitic(String lower) {
        return switch (lower) {
            case "s", "d", "m", "ll", "re", "ve" -> true;
            default -> false;
        };
    }

    private static boolean letterAt(String text, int index) {
        return index < text.length() && Character.isLetter(text.codePointAt(index));
    }

    /** Whether what was read so far is one letter, or letters each with a full stop behind but the last. */
    private static boolean singleLetter(StringBuilder word) {
        int length = word.length();
        return length > 0
                && Character.isLetter(word.charAt(length - 1))
                && (length == 1 || word.charAt(length - 2) == '.');
    }

    /** Whether the stop before {@code next} is followed by one more letter, or ends an abbreviation of such letters. */
    private static boolean abbreviates(String text, int next, StringBuilder word) {
        return letterAt(text, next) ? !letterAt(text, next + 1) : word.indexOf(".") > 0;
    }
}
