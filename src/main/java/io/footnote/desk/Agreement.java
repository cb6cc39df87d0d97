package io.footnote.desk;

import io.footnote.storage.Review;
import io.footnote.storage.Review.Decision;
import io.footnote.storage.Reviews;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far moderators agree, by the entries that two of them judged: Cohen's kappa (Cohen, 1960, <i>A coefficient of
 * agreement for nominal scales</i>), which is 1 where they always agree and 0 where they agree as often as chance would
 * have it. Of an entry with more verdicts the first two count. Immutable.
 *
 * @param entries how many were judged by two
 * @param agreed in how many the verdicts are the same
 * @param kappa the coefficient, in [-1, 1]; null where there is no such entry, or chance alone explains everything
 */
record Agreement(int entries, int agreed, @Nullable Double kappa) {

    static Agreement of(Reviews reviews) {
        Map<String, List<Review>> byEntry = new LinkedHashMap<>();
        reviews.forEach(review -> byEntry.computeIfAbsent(review.answerId(), id -> new ArrayList<>())
                .add(review));
        return of(byEntry.values().stream()
                .filter(all -> all.size() > 1)
                .map(all -> List.of(all.get(0).decision(), all.get(1).decision()))
                .toList());
    }

    /** @param pairs two verdicts each, the first moderator's first */
    static Agreement of(List<List<Decision>> pairs) {
        Map<Decision, Integer> first = new EnumMap<>(Decision.class);
        Map<Decision, Integer> second = new EnumMap<>(Decision.class);
        int agreed = 0;
        for (List<Decision> pair : pairs) {
            first.merge(pair.getFirst(), 1, Integer::sum);
            second.merge(pair.getLast(), 1, Integer::sum);
            agreed += pair.getFirst() == pair.getLast() ? 1 : 0;
        }
        double n = pairs.size();
        double byChance = 0;
        for (Decision decision : Decision.values()) {
            byChance += first.getOrDefault(decision, 0) / n * (second.getOrDefault(decision, 0) / n);
        }
        boolean undefined = pairs.isEmpty() || byChance > 1 - 1e-12;
        return new Agreement(pairs.size(), agreed, undefined ? null : (agreed / n - byChance) / (1 - byChance));
    }
}
