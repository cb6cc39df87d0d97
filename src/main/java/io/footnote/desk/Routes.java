package io.footnote.desk;

import io.footnote.storage.AuditTrail;
import io.footnote.storage.AuditTrail.Deed;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/**
 * Every page and every change that needs somebody signed in. A change cannot be registered without writing to the audit
 * trail: it says what was done, and that is written down in the same transaction. For one thread, before the start.
 */
final class Routes {
    private final RoutesConfig config;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final List<Route> all = new ArrayList<>();

    Routes(RoutesConfig config, Sessions sessions, AuditTrail audit) {
        this.config = config;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * A route.
     *
     * @param changes whether it is sent by a form and changes something, rather than only shows
     * @param path with its parameters in braces
     * @param least who may use it
     */
    record Route(boolean changes, String path, Role least) {}

    /** Shows something. */
    @FunctionalInterface
    interface View {
        void show(Context context, Moderator moderator);
    }

    /** Changes something and says what; sets where the browser goes next. */
    @FunctionalInterface
    interface Change {
        Deed make(Context context, Moderator moderator);
    }

    void view(String path, Role least, View view) {
        all.add(new Route(false, path, least));
        config.get(path, context -> view.show(context, allowed(context, least)));
    }

    void change(String path, Role least, Change change) {
        all.add(new Route(true, path, least));
        config.post(path, context -> {
            Moderator moderator = allowed(context, least);
            if (!sessions.sentByForm(context, moderator)) {
                throw new Refusal(
                        403, "This form is not from your present session: go back, load the page again and repeat it.");
            }
            audit.record(moderator.id(), () -> change.make(context, moderator));
        });
    }

    private Moderator allowed(Context context, Role least) {
        Moderator moderator = sessions.of(context)
                .orElseThrow(() -> new Refusal(
                        401, "You are not signed in: ask the bot, or footnote desk link, for a link and open it."));
        if (!moderator.role().includes(least)) {
            throw new Refusal(403, "Only administrators may do this.");
        }
        return moderator;
    }

    List<Route> all() {
        return List.copyOf(all);
    }
}
