package io.footnote.desk;

import io.javalin.http.Context;

/** What browsers are told to refuse: foreign scripts, inline scripts and styles, frames, guesses at types, referrers. */
final class Headers {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Headers() {}

    static void set(Context context, boolean encrypted) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                // the address of a sign-in page holds its ticket
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .header("Cache-Control", "no-store");
        if (encrypted) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
