package io.footnote.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * What an encoder read last, within a limit. A text reads the same however often it is read, so that it makes no
 * difference but to the time. Safe for any number of threads.
 */
final class ReadingMemory {
    private static final int MOST_VECTORS = 50_000;
    private static final long MOST_TOKEN_BYTES = 256L << 20;

    private final Cache<Passage, float[]> vectors = Caffeine.newBuilder()
            .maximumSize(MOST_VECTORS)
            .executor(Runnable::run)
            .build();
    private final Cache<Passage, EncodedText> readings = Caffeine.newBuilder()
            .maximumWeight(MOST_TOKEN_BYTES)
            .weigher((Passage passage, EncodedText read) -> read.tokens().sizeInBytes())
            .executor(Runnable::run)
            .build();

    /** A text and what stands around it. */
    record Passage(String before, String text, String after) {}

    /** The vector of a passage; it takes a fortieth of the room of a whole reading. */
    float[] vectorOf(Passage passage, Supplier<EncodedText> reading) {
        return vectors.get(passage, unknown -> reading.get().vector());
    }

    /** The whole reading of a passage. */
    EncodedText readingOf(Passage passage, Supplier<EncodedText> reading) {
        return readings.get(passage, unknown -> reading.get());
    }
}
