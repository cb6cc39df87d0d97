package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Whatever the claim puts between quotation marks stands in the evidence word for word; case, marks, dashes and spaces
 * apart. One quoted word is a manner of speaking, no quotation. What dots leave out is left out.
 */
final class QuotationRule implements Rule {

    @Override
    public List<Finding> check(Claim claim, Evidence evidence) {
        List<List<Token>> parts = parts(claim.text());
        if (parts.size() == 1) {
            return List.of();
        }
        String words = evidenceWords(evidence);
        List<Finding> findings = missing(parts, 1, words, claim.text());
        boolean unbalanced = parts.size() % 2 == 0 && firstMarkCloses(claim.text());
        // a lone mark may close a quotation that was cut at the front as well as open one that was cut at the end
        return unbalanced
                        && !findings.isEmpty()
                        && missing(parts, 0, words, claim.text()).isEmpty()
                ? List.of()
                : findings;
    }

    private static boolean firstMarkCloses(AnnotatedText text) {
        for (int index = 0; index < text.tokens().size(); index++) {
            if (text.tokens().get(index).is("\"")) {
                return !spaceBefore(text, index);
            }
        }
        return false;
    }

    private static List<Finding> missing(List<List<Token>> parts, int first, String words, AnnotatedText text) {
        List<Finding> findings = new ArrayList<>();
        for (int index = first; index < parts.size(); index += 2) {
            List<Token> quotation = parts.get(index);
            if (quotation.stream().filter(Token::isWord).count() > 1 && !verbatim(quotation, words)) {
                int start = quotation.getFirst().start();
                int end = quotation.getLast().end();
                findings.add(Finding.missing("quotation \""
                        + shorten(text.text().substring(start, end)) + "\" is not in the evidence word for word"));
            }
        }
        return findings;
    }

    private static boolean verbatim(List<Token> quotation, String words) {
        StringBuilder run = new StringBuilder(" ");
        for (int index = 0; index <= quotation.size(); index++) {
            boolean end = index == quotation.size();
            boolean gap = !end && (quotation.get(index).is("…") || dots(quotation, index));
            if (end || gap) {
                if (run.length() > 1 && !words.contains(run)) {
                    return false;
                }
                run = new StringBuilder(" ");
            } else if (quotation.get(index).isVerbal()) {
                run.append(quotation.get(index).norm()).append(' ');
            }
        }
        return true;
    }

    private static boolean dots(List<Token> tokens, int index) {
        return index + 2 < tokens.size()
                && tokens.get(index).is(".")
                && tokens.get(index + 1).is(".")
                && tokens.get(index + 2).is(".");
    }

    private static String evidenceWords(Evidence evidence) {
        StringBuilder words = new StringBuilder(" ");
        for (AnnotatedText sentence : evidence.sentences()) {
            for (Token token : sentence.tokens()) {
                if (token.isVerbal()) {
                    words.append(token.norm()).append(' ');
                }
            }
        }
        return words.toString();
    }

    /** The tokens between quotation marks; those of odd index are quoted. */
    private static List<List<Token>> parts(AnnotatedText text) {
        List<List<Token>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        boolean single = false;
        for (int index = 0; index < text.tokens().size(); index++) {
            Token token = text.tokens().get(index);
            boolean opens = !single && opensSingle(text, index);
            boolean closes = single && closesSingle(text, index);
            if (token.is("\"") || opens || closes) {
                single = opens;
                parts.add(new ArrayList<>());
            } else {
                parts.getLast().add(token);
            }
        }
        return parts;
    }

    /** A single mark opens a quotation only when a later one can close it: apostrophes are more frequent. */
    private static boolean opensSingle(AnnotatedText text, int index) {
        if (!text.tokens().get(index).is("'") || spaceAfter(text, index) || !spaceBefore(text, index)) {
            return false;
        }
        for (int later = index + 1; later < text.tokens().size(); later++) {
            if (text.tokens().get(later).is("\"")) {
                return false;
            }
            if (closesSingle(text, later)) {
                return true;
            }
        }
        return false;
    }

    private static boolean closesSingle(AnnotatedText text, int index) {
        return text.tokens().get(index).is("'") && !spaceBefore(text, index);
    }

    private static boolean spaceBefore(AnnotatedText text, int index) {
        return index == 0
                || text.tokens().get(index - 1).end() < text.tokens().get(index).start();
    }

    private static boolean spaceAfter(AnnotatedText text, int index) {
        return index + 1 >= text.tokens().size()
                || text.tokens().get(index).end() < text.tokens().get(index + 1).start();
    }

    private static String shorten(String quotation) {
        return quotation.length() <= 60 ? quotation : quotation.substring(0, 57) + "...";
    }
}
