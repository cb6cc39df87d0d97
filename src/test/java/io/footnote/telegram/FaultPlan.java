package io.footnote.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The faults that wait for their calls, by method, first in, first out. Thread-safe. */
final class FaultPlan {
    private final Map<String, Deque<Fault>> byMethod = new HashMap<>();

    synchronized void add(String method, int times, Fault fault) {
        Deque<Fault> faults = byMethod.computeIfAbsent(key(method), name -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            faults.addLast(fault);
        }
    }

    synchronized Optional<Fault> take(String method) {
        Deque<Fault> faults = byMethod.get(key(method));
        return faults == null ? Optional.empty() : Optional.ofNullable(faults.pollFirst());
    }

    synchronized void clear() {
        byMethod.clear();
    }

    private static String key(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
