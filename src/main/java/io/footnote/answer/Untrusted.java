package io.footnote.answer;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that somebody else wrote, made harmless in a prompt: questions and articles are data, whatever they say. Nothing
 * in them can look like a numbered sentence, like the end of the article or like a role; what nobody would see is left
 * out. Words that give orders stay, since they may be what a question is about, and the prompt says what they are; they
 * are only told.
 */
final class Untrusted {
    /** Format characters but the two that shape letters in some scripts. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}&&[^\\u200C\\u200D]]|[\\uFE00-\\uFE0D\\u115F\\u1160\\u3164]");

    private static final Pattern DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&\\S]");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NUMBERED =
            Pattern.compile("[\\[\\uFF3B\\u3010]\\s*([\\p{Nd}][\\p{Nd},;\\s–-]{0,30})[\\]\\uFF3D\\u3011]");
    private static final Pattern MARKUP =
            Pattern.compile("</?[A-Za-z][^<>]{0,200}>|<!--|-->|<\\||\\|>|<<<|>>>|```|\\{\\{|}}");
    private static final Pattern ANGLE = Pattern.compile("[<>{}`]");

    /** How those who try it write; telling too much costs a flag, telling too little costs nothing that is promised. */
    private static final Pattern ORDERS = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override)\\b.{0,40}\\b(?:above|previous|prior|earlier|instructions?|rules?|prompt)\\b"
                    + "|\\b(?:system|developer)\\s+(?:prompt|message)\\b"
                    + "|(?:^|[.!?›\\]]\\s)(?:system|assistant|user)\\s*:"
                    + "|\\byou are now\\b|\\bnew instructions?\\b|\\bact as\\b.{0,20}\\b(?:assistant|model|ai)\\b"
                    + "|\\bcite\\s+(?:only\\s+)?sentences?\\s+(?:number\\s+)?\\p{Nd}"
                    + "|\\b(?:reply|respond|answer)\\s+(?:only\\s+)?with\\b.{0,40}\\b(?:json|answerable|words?)\\b"
                    + "|\\bdo not (?:follow|obey)\\b|\\bjailbreak\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);

    private Untrusted() {}

    /** The text on one line, less what a reader would not see. */
    static String line(String text) {
        return WHITE_SPACE
                .matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** The text as a prompt may hold it: on one line, and without marks that the prompt itself uses. */
    static String neutral(String text) {
        String line = line(CONTROL.matcher(text).replaceAll(""));
        String unmarked = ANGLE.matcher(line).replaceAll(mark -> switch (mark.group()) {
            case "<" -> "‹";
            case ">" -> "›";
            case "{" -> "(";
            case "}" -> ")";
            default -> "'";
        });
        return NUMBERED.matcher(unmarked).replaceAll(found -> Matcher.quoteReplacement("(" + found.group(1) + ")"));
    }

    /** What in a text is not plain. */
    static Set<Flag.Kind> kinds(String text) {
        Set<Flag.Kind> kinds = EnumSet.noneOf(Flag.Kind.class);
        if (DIRECTION.matcher(text).find()) {
            kinds.add(Flag.Kind.DIRECTION);
        }
        if (INVISIBLE.matcher(DIRECTION.matcher(text).replaceAll("")).find()
                || CONTROL.matcher(text).find()) {
            kinds.add(Flag.Kind.INVISIBLE);
        }
        // what hides between letters must not hide the rest
        String seen = line(text);
        if (NUMBERED.matcher(seen).find()) {
            kinds.add(Flag.Kind.SENTENCE_NUMBER);
        }
        if (MARKUP.matcher(seen).find()) {
            kinds.add(Flag.Kind.MARKUP);
        }
        if (ORDERS.matcher(seen).find()) {
            kinds.add(Flag.Kind.ORDERS);
        }
        return kinds;
    }
}
