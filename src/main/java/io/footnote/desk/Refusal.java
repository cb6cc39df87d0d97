package io.footnote.desk;

import java.io.Serial;

/** A request that is not carried out. The message is for the person who sent it. */
final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status of HTTP */
    Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    static Refusal notFound(String what) {
        return new Refusal(404, "There is no such " + what + ".");
    }

    static Refusal bad(String message) {
        return new Refusal(400, message);
    }
}
