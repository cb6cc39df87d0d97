package io.footnote.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/**
 * How much may be asked: by one reader, in one group, and overall, each within {@link #WINDOW}. A full allowance may be
 * used at once; it fills again evenly. Kept in memory only. Thread-safe.
 */
final class FairUse {
    /** The time that the limits are for. */
    static final Duration WINDOW = Duration.ofMinutes(10);

    /** The readers and groups remembered at once. */
    private static final int MOST_REMEMBERED = 100_000;

    private final BotOptions.Limits limits;
    private final Bucket overall;
    private final Cache<Long, Bucket> readers = remembered();
    private final Cache<Long, Bucket> groups = remembered();

    /**
     * Why a question is not taken.
     *
     * @param phrase says it
     * @param minutes when to ask again, at least 1
     */
    record Refusal(Phrase phrase, int minutes) {}

    FairUse(BotOptions.Limits limits) {
        this.limits = limits;
        this.overall = bucket(limits.overall());
    }

    private static Cache<Long, Bucket> remembered() {
        // a bucket that nobody took from for so long is full again, and so no different from a new one
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(WINDOW)
                .build();
    }

    private static Bucket bucket(int most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                .build();
    }

    /** Counts a question; where it is one too many it is not counted, and the result says why. */
    Optional<Refusal> take(Incoming in) {
        Bucket reader = reader(in);
        Optional<Refusal> refused = take(reader, Phrase.LIMIT_READER);
        if (refused.isPresent()) {
            return refused;
        }
        if (!in.direct()) {
            refused = take(group(in), Phrase.LIMIT_GROUP);
            if (refused.isPresent()) {
                reader.addTokens(1);
                return refused;
            }
        }
        refused = take(overall, Phrase.LIMIT_OVERALL);
        if (refused.isPresent()) {
            giveBack(in, false);
        }
        return refused;
    }

    /** Uncounts a question that was counted and could not be worked on. */
    void giveBack(Incoming in) {
        giveBack(in, true);
    }

    private void giveBack(Incoming in, boolean countedOverall) {
        reader(in).addTokens(1);
        if (!in.direct()) {
            group(in).addTokens(1);
        }
        if (countedOverall) {
            overall.addTokens(1);
        }
    }

    private Bucket reader(Incoming in) {
        return readers.get(in.person(), id -> bucket(limits.perReader()));
    }

    private Bucket group(Incoming in) {
        return groups.get(in.chat(), id -> bucket(limits.perGroup()));
    }

    private static Optional<Refusal> take(Bucket bucket, Phrase phrase) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        long minutes = Math.ceilDiv(
                probe.getNanosToWaitForRefill(), Duration.ofMinutes(1).toNanos());
        return Optional.of(new Refusal(phrase, (int) Math.max(1, minutes)));
    }
}
