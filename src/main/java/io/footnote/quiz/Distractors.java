package io.footnote.quiz;

import io.footnote.language.AnnotatedText;
import io.footnote.language.DateMention;
import io.footnote.language.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Wrong options of the same kind as the key: others of the article first, then values near it. */
final class Distractors {
    private static final List<String> SMALL =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    /** Near values as factors of the key, small and large by turns. */
    private static final List<String> FACTORS =
            List.of("0.5", "1.6", "0.7", "2.2", "1.4", "0.4", "1.8", "0.6", "2.5", "3");

    private static final int[] YEARS = {-3, 4, -8, 7, -5, 10};

    private Distractors() {}

    /** Other entities of that kind and form; fewer than three where the article has no more, countries apart. */
    static List<String> entities(Entity key, ReadArticle article, String stem) {
        List<String> found = named(key, article, stem);
        if (key.kind() == Entity.Kind.COUNTRY && !key.definite()) {
            List<String> near = Neighbours.near(key.text());
            Stream.concat(near.stream(), Neighbours.POWERS.stream())
                    .filter(country -> !found.contains(country) && !QuizItem.holds(article.text(), country))
                    .forEach(found::add);
            found.sort(Comparator.comparing(country -> !near.contains(country)));
        }
        return found;
    }

    /** The same with what the article names only. */
    static List<String> named(Entity key, ReadArticle article, String stem) {
        List<String> found = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        for (Entity other : article.entities()) {
            boolean same = other.kind() == key.kind()
                    && other.definite() == key.definite()
                    && !other.key().equals(key.key())
                    && keys.add(other.key().toLowerCase(Locale.ROOT));
            boolean aliases = other.isNamedBy(key.last())
                    || key.isNamedBy(other.last())
                    || article.entities().stream()
                            .anyMatch(alias -> alias.key().equals(other.key()) && QuizItem.holds(stem, alias.text()));
            if (same && !aliases && !QuizItem.holds(stem, other.text()) && !QuizItem.holds(stem, other.last())) {
                found.add(other.text());
            }
        }
        return found;
    }

    /** Numbers written like the key. @param written the number's own words, without about or a unit */
    static List<String> numbers(String written, ReadArticle article) {
        String lower = written.toLowerCase(Locale.ROOT);
        Set<String> found = new LinkedHashSet<>();
        int small = SMALL.indexOf(lower);
        if (small >= 1) {
            int[] steps = {1, 2, -1, 3, -2, 4};
            for (int step : steps) {
                int other = small + step;
                if (other >= 1 && other < SMALL.size()) {
                    found.add(capitalisedLike(written, SMALL.get(other)));
                }
            }
            return List.copyOf(found);
        }
        int end = 0;
        int start = 0;
        while (start < written.length() && !Character.isDigit(written.charAt(start))) {
            start++;
        }
        end = start;
        while (end < written.length()
                && (Character.isDigit(written.charAt(end)) || ",.".indexOf(written.charAt(end)) >= 0)) {
            end++;
        }
        if (start == end) {
            return List.of();
        }
        String digits = written.substring(start, end);
        BigDecimal value = new BigDecimal(digits.replace(",", ""));
        if (value.signum() == 0 || digits.endsWith(".")) {
            return List.of();
        }
        int turn = Math.floorMod(value.hashCode(), FACTORS.size());
        for (int index = 0; index < FACTORS.size(); index++) {
            String near = near(value, new BigDecimal(FACTORS.get((turn + index) % FACTORS.size())), digits);
            boolean percent = written.contains("%") || lower.contains("per cent") || lower.contains("percent");
            if (!near.equals(digits)
                    && !(percent && new BigDecimal(near.replace(",", "")).doubleValue() >= 100)
                    && new BigDecimal(near.replace(",", "")).compareTo(BigDecimal.ONE) > 0) {
                found.add(written.substring(0, start) + near + written.substring(end));
            }
        }
        return List.copyOf(found);
    }

    /** As many significant digits and decimals as the key has, and as round, so that the key does not stand out. */
    private static String near(BigDecimal value, BigDecimal factor, String digits) {
        int decimals = digits.indexOf('.') < 0 ? 0 : digits.length() - digits.indexOf('.') - 1;
        int significant = Math.max(1, value.stripTrailingZeros().precision());
        boolean round = value.precision() > 1 && significant == 1;
        int kept = round ? 1 : Math.max(significant, value.precision() > 1 ? 2 : 1);
        BigDecimal moved = value.multiply(factor)
                .round(new MathContext(kept, RoundingMode.HALF_UP))
                .setScale(decimals, RoundingMode.HALF_UP);
        String plain = moved.toPlainString();
        boolean grouped = digits.contains(",") || digits.length() < 4;
        return grouped && moved.compareTo(BigDecimal.valueOf(1_000)) >= 0
                ? String.format(Locale.ROOT, "%,." + decimals + "f", moved)
                : plain;
    }

    /** Years, months or weekdays: other years of the article first. */
    static List<String> dates(String written, ReadArticle article) {
        Set<String> found = new LinkedHashSet<>();
        if (written.matches("[12]\\d{3}")) {
            int year = Integer.parseInt(written);
            for (ReadSentence sentence : article.sentences()) {
                for (DateMention date : sentence.annotated().dates()) {
                    if (date.yearAlone() && Math.abs(date.year() - year) <= 40 && date.year() != year) {
                        found.add(Integer.toString(date.year()));
                    }
                }
            }
            for (int step : YEARS) {
                found.add(Integer.toString(year + step));
            }
        } else if (MONTHS.contains(written)) {
            around(MONTHS, written, found);
        } else if (WEEKDAYS.contains(written)) {
            around(WEEKDAYS, written, found);
        }
        found.remove(written);
        return List.copyOf(found);
    }

    private static void around(List<String> names, String written, Set<String> found) {
        int[] steps = {2, 5, 3, 1, 4};
        for (int step : steps) {
            found.add(names.get((names.indexOf(written) + step) % names.size()));
        }
    }

    /** The number's own words. */
    static String written(AnnotatedText text, Quantity quantity) {
        return text.written(quantity.first(), quantity.last());
    }

    private static String capitalisedLike(String model, String word) {
        return Character.isUpperCase(model.charAt(0))
                ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
                : word;
    }
}
