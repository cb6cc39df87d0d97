package io.footnote.desk;

import io.footnote.storage.DeskAccess;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in. The cookie holds a secret, the database a hash of it; the form token is signed over the secret, so
 * that it is worth nothing in another session. Safe for any number of threads.
 */
final class Sessions {
    /** How long somebody stays signed in. */
    static final Duration LENGTH = Duration.ofHours(12);

    /** The field of a form, or the header of a request by script, with the form token. */
    static final String FORM_TOKEN = "form-token";

    private static final String FORM = "form";
    private static final String SESSION = "session";

    private final DeskAccess access;
    private final Signature signature;
    private final LongFunction<Optional<Role>> roles;
    private final boolean encrypted;
    private final InstantSource clock;

    Sessions(
            DeskAccess access,
            Signature signature,
            LongFunction<Optional<Role>> roles,
            boolean encrypted,
            InstantSource clock) {
        this.access = access;
        this.signature = signature;
        this.roles = roles;
        this.encrypted = encrypted;
        this.clock = clock;
    }

    /** A browser sends a cookie with this prefix only where it was set over TLS for this very host. */
    private String cookie() {
        return encrypted ? "__Host-desk" : "desk";
    }

    /** Who sent the request, with the role that they have now; nothing for a stranger or somebody no longer listed. */
    Optional<Moderator> of(Context context) {
        String secret = context.cookie(cookie());
        if (secret == null) {
            return Optional.empty();
        }
        return access.user(hash(secret))
                .flatMap(user ->
                        roles.apply(user).map(role -> new Moderator(user, role, signature.sign(FORM, secret))));
    }

    /** Whether a form came from one of the pages that this session was shown. */
    boolean sentByForm(Context context, Moderator moderator) {
        @Nullable String header = context.header(FORM_TOKEN);
        String token = header == null ? context.formParam(FORM_TOKEN) : header;
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        moderator.formToken().getBytes(StandardCharsets.UTF_8));
    }

    /** Starts a session; one that the browser had ends, so that nobody can have prepared it. */
    void start(Context context, long user) {
        end(context);
        String secret = signature.secret();
        access.signIn(hash(secret), user, clock.instant().plus(LENGTH));
        context.cookie(cookie(secret, (int) LENGTH.toSeconds()));
    }

    void end(Context context) {
        String secret = context.cookie(cookie());
        if (secret != null) {
            access.signOut(hash(secret));
            context.cookie(cookie("", 0));
        }
    }

    private Cookie cookie(String value, int seconds) {
        Cookie cookie = new Cookie(cookie(), value, "/", seconds, encrypted);
        cookie.setHttpOnly(true);
        // a link in a chat leads here from another site, and the one who follows it should stay signed in
        cookie.setSameSite(SameSite.LAX);
        return cookie;
    }

    private String hash(String secret) {
        return signature.sign(SESSION, secret);
    }
}
