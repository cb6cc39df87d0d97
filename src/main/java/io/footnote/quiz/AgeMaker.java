package io.footnote.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How old somebody is: "Ann Lee, 49," or "nine-year-old Ann Lee". */
final class AgeMaker implements ItemMaker {
    private static final Pattern BEHIND =
            Pattern.compile("^, (\\d{1,2}|ten|nine|eight|seven|six|five|eleven|twelve)(?=[,.])");
    private static final Pattern BEFORE =
            Pattern.compile("(?i)\\b(\\d{1,2}|ten|nine|eight|seven|six|five|eleven|twelve)-year-old $");

    private static final int[] STEPS = {-7, 6, 11, -12, 4, -4};
    /** Below this age a few years make a difference. */
    private static final int YOUNG = 20;

    private static final int YOUNG_STEPS = 3;

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            for (PersonMention mention : PersonMention.in(sentence, article)) {
                Matcher behind = BEHIND.matcher(sentence.text().substring(mention.to()));
                Matcher before = BEFORE.matcher(sentence.text().substring(0, mention.from()));
                Matcher age = behind.find() ? behind : before.find() ? before : null;
                if (age != null) {
                    candidates.add(candidate(sentence, mention.person(), capital(age.group(1)), article));
                }
            }
        }
        return candidates;
    }

    private static Candidate candidate(ReadSentence sentence, Entity person, String age, ReadArticle article) {
        return new Candidate(
                ItemType.HOW_MANY,
                sentence,
                List.of(sentence.number()),
                "",
                "How old is " + person.text() + ", according to the article?",
                age,
                others(age, article),
                age.matches("\\d+") && Integer.parseInt(age) >= YOUNG ? Candidate.SECOND_RATE : 1);
    }

    /** Ages that somebody could well have who is that old. */
    static List<String> others(String age, ReadArticle article) {
        if (!age.matches("\\d+")) {
            return Distractors.numbers(age, article);
        }
        int years = Integer.parseInt(age);
        return IntStream.of(STEPS)
                .map(step -> years < YOUNG
                        ? years + Integer.signum(step) * (Math.abs(step) % YOUNG_STEPS + 1)
                        : years + step)
                .filter(other -> other > 0 && other != years)
                .distinct()
                .mapToObj(Integer::toString)
                .toList();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
