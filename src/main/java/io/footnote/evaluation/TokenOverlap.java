package io.footnote.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How many words two short answers share, as SQuAD counts (Rajpurkar et al., 2016, <i>SQuAD: 100,000+ Questions for
 * Machine Comprehension of Text</i>): in lower case, without ASCII punctuation, without a, an and the. Pure.
 */
public final class TokenOverlap {
    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");
    private static final Pattern ARTICLES = Pattern.compile("\\b(a|an|the)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private TokenOverlap() {}

    /**
     * The F1 of the words in {@code answer} against those in {@code gold}, counted with repetition.
     *
     * @return in [0, 1]; where one of them has no word left, 1 if neither has and else 0
     */
    public static double f1(String answer, String gold) {
        List<String> answerTokens = tokens(answer);
        List<String> goldTokens = tokens(gold);
        if (answerTokens.isEmpty() || goldTokens.isEmpty()) {
            return answerTokens.isEmpty() && goldTokens.isEmpty() ? 1 : 0;
        }
        Map<String, Integer> left = new HashMap<>();
        goldTokens.forEach(token -> left.merge(token, 1, Integer::sum));
        int common = 0;
        for (String token : answerTokens) {
            if (left.merge(token, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return 2.0 * common / (answerTokens.size() + goldTokens.size());
    }

    private static List<String> tokens(String text) {
        String bare = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        String content = ARTICLES.matcher(bare).replaceAll(" ");
        return Arrays.stream(SPACES.split(content))
                .filter(token -> !token.isEmpty())
                .toList();
    }
}
