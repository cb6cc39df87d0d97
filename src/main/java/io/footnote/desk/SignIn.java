package io.footnote.desk;

import io.footnote.desk.SignInLinks.Ticket;
import io.footnote.storage.AuditTrail;
import io.footnote.storage.AuditTrail.Deed;
import io.footnote.storage.DeskAccess;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Signing in by a link. Opening it shows a button and uses nothing up, since chat clients open links to preview them;
 * pressing the button does. Safe for any number of threads.
 */
final class SignIn {
    static final String PATH = "/sign-in";

    private static final String NOT_GOOD = "This link is not good, or no longer: links work once and for five minutes."
            + " Ask the bot, or footnote desk link, for a new one.";

    private final SignInLinks links;
    private final Sessions sessions;
    private final DeskAccess access;
    private final LongFunction<Optional<Role>> roles;
    private final AuditTrail audit;
    private final Attempts attempts;
    private final Pages pages;
    private final boolean behindProxy;

    SignIn(
            SignInLinks links,
            Sessions sessions,
            DeskAccess access,
            LongFunction<Optional<Role>> roles,
            AuditTrail audit,
            Attempts attempts,
            Pages pages,
            boolean behindProxy) {
        this.links = links;
        this.sessions = sessions;
        this.access = access;
        this.roles = roles;
        this.audit = audit;
        this.attempts = attempts;
        this.pages = pages;
        this.behindProxy = behindProxy;
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::show);
        routes.post(PATH, this::use);
    }

    private void show(Context context) {
        attempts.check(caller(context));
        String ticket = context.queryParam("ticket");
        if (ticket == null || links.read(ticket).isEmpty()) {
            throw refused(context);
        }
        pages.send(context, "signin", "Sign in", null, Map.of("ticket", ticket));
    }

    private void use(Context context) {
        attempts.check(caller(context));
        String given = context.formParam("ticket");
        Ticket ticket = Optional.ofNullable(given).flatMap(links::read).orElseThrow(() -> refused(context));
        if (roles.apply(ticket.user()).isEmpty() || !access.use(ticket.nonce(), ticket.expiresAt())) {
            throw refused(context);
        }
        audit.record(ticket.user(), () -> {
            sessions.start(context, ticket.user());
            return Deed.looked("signed in", "desk");
        });
        context.redirect("/", HttpStatus.SEE_OTHER);
    }

    private Refusal refused(Context context) {
        attempts.failed(caller(context));
        return new Refusal(403, NOT_GOOD);
    }

    /** The address that counts: with a proxy the last one it adds, since those before it are the caller's own words. */
    private String caller(Context context) {
        String forwarded = behindProxy ? context.header("X-Forwarded-For") : null;
        if (forwarded == null) {
            return context.ip();
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
}
