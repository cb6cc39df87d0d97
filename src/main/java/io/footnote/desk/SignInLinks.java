package io.footnote.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Tickets that sign one person in once: {@code USER.EXPIRY.NONCE.SIGNATURE}. Nothing is kept of one until it is used.
 * Safe for any number of threads.
 */
final class SignInLinks {
    /** How long a link is good for. */
    static final Duration VALID = Duration.ofMinutes(5);

    private static final String PURPOSE = "sign-in";
    private static final int MAX_LENGTH = 200;

    private final Signature signature;
    private final InstantSource clock;

    SignInLinks(Signature signature, InstantSource clock) {
        this.signature = signature;
        this.clock = clock;
    }

    /**
     * What a ticket says.
     *
     * @param user whom it signs in
     * @param expiresAt until when
     * @param nonce what tells it from every other
     */
    record Ticket(long user, Instant expiresAt, String nonce) {}

    String make(long user) {
        String claim = user + "." + clock.instant().plus(VALID).getEpochSecond() + "." + signature.secret();
        return claim + "." + signature.sign(PURPOSE, claim);
    }

    /** What it says, or nothing when it was not made here or is too old. */
    Optional<Ticket> read(String ticket) {
        List<String> parts = List.of(ticket.split("\\.", -1));
        if (ticket.length() > MAX_LENGTH || parts.size() != 4) {
            return Optional.empty();
        }
        String claim = String.join(".", parts.subList(0, 3));
        if (!signature.valid(PURPOSE, claim, parts.getLast())) {
            return Optional.empty();
        }
        Instant expiresAt = Instant.ofEpochSecond(Long.parseLong(parts.get(1)));
        return clock.instant().isAfter(expiresAt)
                ? Optional.empty()
                : Optional.of(new Ticket(Long.parseLong(parts.getFirst()), expiresAt, parts.get(2)));
    }
}
