package io.footnote.desk;

import io.footnote.storage.AuditTrail.Deed;
import io.footnote.storage.ReaderRestrictions;
import io.footnote.storage.ReaderRestrictions.Kind;
import io.footnote.storage.ReaderRestrictions.Restriction;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Readers who are muted or blocked, for administrators. Nobody sees who they are. Safe for any number of threads. */
final class ReaderPages {
    /** For how many days a reader can be muted. */
    static final int MAX_DAYS = 365;

    private static final Pattern PERSON = Pattern.compile("-?[0-9]{1,19}");

    private final ReaderRestrictions restrictions;
    private final Pages pages;
    private final InstantSource clock;

    ReaderPages(ReaderRestrictions restrictions, Pages pages, InstantSource clock) {
        this.restrictions = restrictions;
        this.pages = pages;
        this.clock = clock;
    }

    void register(Routes routes) {
        routes.view("/readers", Role.ADMINISTRATOR, this::show);
        routes.change("/entry/{id}/reader", Role.ADMINISTRATOR, this::restrict);
        routes.change("/readers/{person}/lift", Role.ADMINISTRATOR, this::lift);
    }

    private void show(Context context, Moderator moderator) {
        pages.send(context, "readers", "Readers", moderator, Map.of("restrictions", restrictions.all()));
    }

    private Deed restrict(Context context, Moderator moderator) {
        String id = context.pathParam("id");
        long person = restrictions
                .askerOf(id)
                .orElseThrow(() -> Refusal.bad("No reader in Telegram asked this, so that there is nobody to mute."));
        String reason =
                Optional.ofNullable(context.formParam("reason")).orElse("").strip();
        if (reason.isEmpty() || reason.length() > ReaderRestrictions.MAX_REASON) {
            throw Refusal.bad("Give a reason of at most " + ReaderRestrictions.MAX_REASON + " characters.");
        }
        Instant now = clock.instant();
        int days = days(context.formParam("days"));
        Restriction restriction = new Restriction(
                person,
                days == 0 ? Kind.BLOCKED : Kind.MUTED,
                reason,
                days == 0 ? null : now.plus(Duration.ofDays(days)),
                moderator.id(),
                now);
        @Nullable
        String before = restrictions.of(person).map(ReaderPages::words).orElse(null);
        restrictions.restrict(restriction);
        context.redirect("/entry/" + id, HttpStatus.SEE_OTHER);
        return new Deed("restricted a reader", Long.toString(person), before, words(restriction));
    }

    /** 0 for good. */
    private static int days(@Nullable String value) {
        try {
            int days = Integer.parseInt(String.valueOf(value));
            if (days >= 0 && days <= MAX_DAYS) {
                return days;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Refusal.bad("Mute for 1 to " + MAX_DAYS + " days, or block.");
    }

    private Deed lift(Context context, Moderator moderator) {
        String number = context.pathParam("person");
        if (!PERSON.matcher(number).matches()) {
            throw Refusal.notFound("reader");
        }
        long person;
        try {
            person = Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw Refusal.notFound("reader");
        }
        @Nullable
        String before = restrictions.of(person).map(ReaderPages::words).orElse(null);
        restrictions.lift(person);
        context.redirect("/readers", HttpStatus.SEE_OTHER);
        return new Deed("lifted a restriction", number, before, null);
    }

    private static String words(Restriction restriction) {
        Instant until = restriction.until();
        return LogFilter.nameOf(restriction.kind()) + (until == null ? "" : " until " + Times.minute(until)) + ": "
                + restriction.reason();
    }
}
