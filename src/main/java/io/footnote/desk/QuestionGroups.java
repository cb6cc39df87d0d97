package io.footnote.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts questions of like meaning together: each goes to the first group whose first question is near enough by the
 * cosine of their vectors, the most frequent questions leading. Safe for any number of threads if the encoder is.
 */
final class QuestionGroups {
    /** How many of the newest refusals are looked at. */
    static final int MAX_QUESTIONS = 300;

    /** How near two questions are that ask the same: of the encoder's own questions, the least cosine of a paraphrase. */
    static final double NEAR = 0.85;

    private static final int REMEMBERED = 5_000;

    private final Function<String, float[]> encoder;
    private final Cache<String, float[]> vectors =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** @param encoder gives a text's vector, of length 1 */
    QuestionGroups(Function<String, float[]> encoder) {
        this.encoder = encoder;
    }

    /**
     * Questions of like meaning.
     *
     * @param questions how often each was asked, the most frequent first
     */
    record Group(Map<String, Integer> questions) {
        Group {
            questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
        }

        int count() {
            return questions.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** The entries of the first question. */
        String link() {
            return new LogFilter(Map.of("outcome", "abstained", "q", "\"" + first().replace('"', ' ') + "\""))
                    .address("/", null);
        }

        String first() {
            return questions.keySet().iterator().next();
        }
    }

    /** @param counts how often each question was asked */
    List<Group> of(Map<String, Integer> counts) {
        List<Map.Entry<String, Integer>> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<float[]> leaders = new ArrayList<>();
        List<Map<String, Integer>> groups = new ArrayList<>();
        for (Map.Entry<String, Integer> question : frequent) {
            float[] vector = vectors.get(question.getKey(), encoder);
            int index = 0;
            while (index < leaders.size() && cosine(leaders.get(index), vector) < NEAR) {
                index++;
            }
            if (index == leaders.size()) {
                leaders.add(vector);
                groups.add(new LinkedHashMap<>());
            }
            groups.get(index).put(question.getKey(), question.getValue());
        }
        return groups.stream()
                .map(Group::new)
                .sorted(Comparator.comparingInt(Group::count).reversed().thenComparing(Group::first))
                .toList();
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int index = 0; index < one.length; index++) {
            sum += one[index] * other[index];
        }
        return sum;
    }
}
