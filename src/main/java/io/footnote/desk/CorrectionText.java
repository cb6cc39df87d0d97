package io.footnote.desk;

import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A corrected answer as a moderator types it: a statement a line, each ending in the sentences it cites, {@code [4, 7]}. */
final class CorrectionText {
    /** The longest text, in UTF-16 units. */
    static final int MAX_LENGTH = 4_000;

    private static final Pattern LINE = Pattern.compile("(.*\\S)\\s*\\[([0-9, ]{1,60})]\\s*[.]?\\s*");
    private static final int MAX_DIGITS = 6;

    private CorrectionText() {}

    /** @throws Refusal when a line does not say what it cites */
    static List<Statement> read(String text, String articleId) {
        if (text.length() > MAX_LENGTH) {
            throw Refusal.bad(
                    "The corrected answer has " + text.length() + " characters, the most is " + MAX_LENGTH + ".");
        }
        List<Statement> statements = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw Refusal.bad("Every line of a corrected answer ends with the numbers of the sentences it rests on,"
                        + " such as [4] or [4, 7].");
            }
            List<Citation> citations = Arrays.stream(matcher.group(2).split("[ ,]+"))
                    .filter(number -> !number.isEmpty() && number.length() <= MAX_DIGITS)
                    .map(number -> new Citation(articleId, Integer.parseInt(number)))
                    .toList();
            if (citations.isEmpty()) {
                throw Refusal.bad("A line of the corrected answer names no sentence: put its number in brackets.");
            }
            statements.add(new Statement(matcher.group(1), citations));
        }
        return statements;
    }

    /** The same text again. */
    static String write(List<Statement> statements) {
        return statements.stream()
                .map(statement -> statement.text() + " ["
                        + statement.citations().stream()
                                .map(citation -> "" + citation.sentence())
                                .collect(Collectors.joining(", "))
                        + "]")
                .collect(Collectors.joining("\n"));
    }
}
