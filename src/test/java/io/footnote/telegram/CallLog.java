package io.footnote.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.telegram.BotApiCall.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The calls in the order in which they came, and a place to wait for what they change. Thread-safe. */
final class CallLog {
    private static final int SHOWN_ON_TIMEOUT = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<BotApiCall> calls = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private long version;

    /** Notes a call and returns its index, for {@link #end}. */
    int begin(String method, ObjectNode arguments, List<String> broken) {
        lock.lock();
        try {
            calls.add(new BotApiCall(method, arguments, Instant.now(), Outcome.PENDING));
            violations.addAll(broken);
            signal();
            return calls.size() - 1;
        } finally {
            lock.unlock();
        }
    }

    void end(int index, Outcome outcome) {
        lock.lock();
        try {
            calls.set(index, calls.get(index).with(outcome));
            signal();
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        version++;
        changed.signalAll();
    }

    /** Wakes those who wait, after something else than a call changed. */
    void changed() {
        lock.lock();
        try {
            signal();
        } finally {
            lock.unlock();
        }
    }

    List<BotApiCall> calls() {
        lock.lock();
        try {
            return List.copyOf(calls);
        } finally {
            lock.unlock();
        }
    }

    List<String> violations() {
        lock.lock();
        try {
            return List.copyOf(violations);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the supplier has a value.
     *
     * @throws AssertionError when it has none in time; the message lists the latest calls
     */
    <T> T await(String what, Duration limit, Supplier<Optional<T>> supplier) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            long seen = version();
            // asked without the lock, because the answer may need other locks
            Optional<T> found = supplier.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (!changedSince(seen, deadline)) {
                throw new AssertionError(
                        "waited %d ms in vain for %s; latest calls:%n%s".formatted(limit.toMillis(), what, latest()));
            }
        }
    }

    private long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    private boolean changedSince(long seen, long deadline) {
        lock.lock();
        try {
            long remaining = deadline - System.nanoTime();
            while (version == seen && remaining > 0) {
                remaining = changed.awaitNanos(remaining);
            }
            return version != seen;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        } finally {
            lock.unlock();
        }
    }

    private String latest() {
        List<BotApiCall> all = calls();
        return all.stream()
                .skip(Math.max(0, all.size() - SHOWN_ON_TIMEOUT))
                .map(call -> "  " + call.method() + " " + call.arguments() + " → " + call.outcome())
                .collect(Collectors.joining("\n"));
    }
}
