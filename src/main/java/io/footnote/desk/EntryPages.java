package io.footnote.desk;

import io.footnote.answer.AnswerTrace;
import io.footnote.article.Article;
import io.footnote.storage.AuditTrail.Deed;
import io.footnote.storage.LogEntry;
import io.footnote.storage.ReaderRestrictions.Restriction;
import io.footnote.storage.Review;
import io.footnote.storage.Review.Decision;
import io.footnote.storage.Reviews;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An entry with all that led to it, and what moderators say of it. Safe for any number of threads. */
final class EntryPages {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private final DeskStore store;
    private final Reviews reviews;
    private final CorrectionPages corrections;
    private final Map<String, String> prompts;
    private final Pages pages;
    private final InstantSource clock;

    /** @param prompts those that chat models get, by their hashes */
    EntryPages(
            DeskStore store,
            CorrectionPages corrections,
            Map<String, String> prompts,
            Pages pages,
            InstantSource clock) {
        this.store = store;
        this.reviews = store.reviews();
        this.corrections = corrections;
        this.prompts = Map.copyOf(prompts);
        this.pages = pages;
        this.clock = clock;
    }

    void register(Routes routes) {
        routes.view(
                "/entry/{id}", Role.MODERATOR, (context, moderator) -> show(context, moderator, entry(context), true));
        routes.change("/entry/{id}/open", Role.MODERATOR, this::open);
        routes.change("/entry/{id}/review", Role.MODERATOR, this::review);
        routes.change("/review/undo", Role.MODERATOR, this::undo);
        routes.view("/queue", Role.MODERATOR, this::queue);
        routes.change("/queue/next", Role.MODERATOR, this::next);
    }

    private LogEntry entry(Context context) {
        String id = context.pathParam("id");
        return Optional.of(id)
                .filter(text -> ID.matcher(text).matches())
                .flatMap(store.search()::find)
                .orElseThrow(() -> Refusal.notFound("entry"));
    }

    private void show(Context context, Moderator moderator, LogEntry entry, boolean masked) {
        AnswerTrace trace = store.records().find(entry.id()).orElseThrow(() -> Refusal.notFound("entry"));
        if (masked) {
            store.audit().record(moderator.id(), () -> Deed.looked("looked at an entry", entry.id()));
        }
        List<Article> asked = trace.articleIds().stream()
                .flatMap(id -> store.articles().find(id).stream())
                .toList();
        UnaryOperator<String> mask = masked ? Masking::masked : UnaryOperator.identity();
        List<Review> all = reviews.of(entry.id());
        Map<String, Object> values = new HashMap<>();
        values.put("entry", entry);
        values.put("view", EntryView.of(trace, asked, mask, masked));
        values.put("reviews", all);
        values.put("decisions", List.of(Decision.values()));
        values.put("mine", mine(all, moderator));
        values.put("correction", corrections.form(trace));
        values.put("restriction", restriction(entry, moderator));
        values.put("askedByReader", store.readers().askerOf(entry.id()).isPresent());
        values.put("prompts", prompts);
        values.put("queue", context.queryParam("queue") != null);
        pages.send(context, "entry", "Entry", moderator, values);
    }

    private @Nullable Restriction restriction(LogEntry entry, Moderator moderator) {
        return moderator.administrator()
                ? store.readers()
                        .askerOf(entry.id())
                        .flatMap(store.readers()::of)
                        .orElse(null)
                : null;
    }

    private static @Nullable Review mine(List<Review> all, Moderator moderator) {
        return all.stream()
                .filter(review -> review.moderator() == moderator.id())
                .findFirst()
                .orElse(null);
    }

    /** Shows the page with what was hidden; the trail says so. */
    private Deed open(Context context, Moderator moderator) {
        LogEntry entry = entry(context);
        show(context, moderator, entry, false);
        return Deed.looked("opened personal data", entry.id());
    }

    private Deed review(Context context, Moderator moderator) {
        LogEntry entry = entry(context);
        Decision decision = Arrays.stream(Decision.values())
                .filter(choice -> LogFilter.nameOf(choice).equals(context.formParam("decision")))
                .findFirst()
                .orElseThrow(() -> Refusal.bad("Choose a verdict."));
        String note = Optional.ofNullable(context.formParam("note")).orElse("").strip();
        if (note.length() > Review.MAX_NOTE) {
            throw Refusal.bad("The note has " + note.length() + " characters, the most is " + Review.MAX_NOTE + ".");
        }
        Review before = mine(reviews.of(entry.id()), moderator);
        Review review = new Review(entry.id(), moderator.id(), decision, note, clock.instant());
        reviews.save(review);
        if (context.formParam("queue") == null) {
            go(context, "/entry/" + entry.id());
        } else {
            goToNext(context, moderator, "");
        }
        return new Deed("reviewed", entry.id(), words(before), words(review));
    }

    private static @Nullable String words(@Nullable Review review) {
        return review == null
                ? null
                : review.decision().words() + (review.note().isEmpty() ? "" : ": " + review.note());
    }

    private Deed undo(Context context, Moderator moderator) {
        Review last = reviews.lastOf(moderator.id())
                .orElseThrow(() -> Refusal.bad("There is no verdict of yours to take back."));
        reviews.withdraw(last.answerId(), moderator.id());
        go(context, "/entry/" + last.answerId() + (context.formParam("queue") == null ? "" : "?queue=1"));
        return new Deed("took a verdict back", last.answerId(), words(last), null);
    }

    private void queue(Context context, Moderator moderator) {
        pages.send(
                context,
                "queue",
                "Review queue",
                moderator,
                Map.of("waiting", reviews.waiting(), "agreement", Agreement.of(reviews)));
    }

    private Deed next(Context context, Moderator moderator) {
        String passed = Optional.ofNullable(context.formParam("passed")).orElse("");
        return Deed.looked("took from the queue", goToNext(context, moderator, passed));
    }

    private String goToNext(Context context, Moderator moderator, String passed) {
        Optional<String> next = reviews.next(moderator.id(), passed);
        go(context, next.map(id -> "/entry/" + id + "?queue=1").orElse("/queue"));
        return next.orElse("nothing");
    }

    private static void go(Context context, String path) {
        context.redirect(path, HttpStatus.SEE_OTHER);
    }
}
