package io.footnote.desk;

import io.footnote.answer.ExtractiveDrafter;
import io.footnote.desk.ThresholdFit.Judged;
import io.footnote.storage.AuditTrail.Deed;
import io.footnote.storage.LogEntry;
import io.footnote.storage.LogQuery;
import io.footnote.storage.Review;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From which probability of an answer the embedded answerer answers, fitted to the reviews, with a preview. Safe for any
 * number of threads.
 */
final class ThresholdPages {
    /** How many of the newest entries the preview looks at. */
    static final int PREVIEWED = LogQuery.MAX_LIMIT;

    /** Fewer verdicts than these are no ground to change anything. */
    static final int LEAST_JUDGED = 20;

    private static final String PATH = "/threshold";
    private static final int SHOWN = 20;

    private final DeskStore store;
    private final Pages pages;

    ThresholdPages(DeskStore store, Pages pages) {
        this.store = store;
        this.pages = pages;
    }

    void register(Routes routes) {
        routes.view(PATH, Role.ADMINISTRATOR, this::show);
        routes.change(PATH, Role.ADMINISTRATOR, this::set);
    }

    private double now() {
        return store.threshold().now().orElse(ExtractiveDrafter.THRESHOLD);
    }

    private void show(Context context, Moderator moderator) {
        double now = now();
        ThresholdFit fit = new ThresholdFit(judged());
        String chosen = context.queryParam("value");
        double tried = chosen == null || chosen.isBlank() ? fit.best(now) : number(chosen);
        List<LogEntry> flips = store.search().page(LogQuery.newest(PREVIEWED)).entries().stream()
                .filter(ThresholdPages::isEmbedded)
                .filter(entry -> (entry.confidence() >= now) != (entry.confidence() >= tried))
                .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("now", now);
        values.put("shipped", ExtractiveDrafter.THRESHOLD);
        values.put("tried", tried);
        values.put("fit", fit);
        values.put("least", LEAST_JUDGED);
        values.put("flips", flips.stream().limit(SHOWN).toList());
        values.put("flipping", flips.size());
        values.put("previewed", PREVIEWED);
        pages.send(context, "threshold", "Threshold", moderator, values);
    }

    /** The newest verdict on each of the embedded answerer's entries, as far as it says what should have happened. */
    private List<Judged> judged() {
        Map<String, Review> newest = new LinkedHashMap<>();
        store.reviews().forEach(review -> newest.put(review.answerId(), review));
        List<Judged> judged = new ArrayList<>();
        for (Review review : newest.values()) {
            store.search()
                    .find(review.answerId())
                    .filter(ThresholdPages::isEmbedded)
                    .map(entry -> judged(entry, review))
                    .ifPresent(judged::add);
        }
        return judged;
    }

    private static boolean isEmbedded(LogEntry entry) {
        return entry.engine().equals(ExtractiveDrafter.ENGINE);
    }

    private static @Nullable Judged judged(LogEntry entry, Review review) {
        return switch (review.decision()) {
            case RIGHT -> new Judged(entry.confidence(), entry.answered());
            case INCOMPLETE, SHOULD_HAVE_ANSWERED -> new Judged(entry.confidence(), true);
            // nothing would have been better than what was said
            case WRONG_ANSWER, WRONG_CITATION, SHOULD_HAVE_REFUSED, INAPPROPRIATE ->
                new Judged(entry.confidence(), false);
        };
    }

    private Deed set(Context context, Moderator moderator) {
        String before = EntryView.number(now());
        String value = context.formParam("value");
        if (value == null || value.isBlank()) {
            store.threshold().reset(moderator.id());
        } else {
            store.threshold().set(number(value), moderator.id());
        }
        context.redirect(PATH, HttpStatus.SEE_OTHER);
        return new Deed("set the threshold", "embedded answerer", before, EntryView.number(now()));
    }

    private static double number(String value) {
        try {
            double number = Double.parseDouble(value);
            if (number >= 0 && number <= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Refusal.bad("A threshold is a number from 0 to 1, such as 0.4.");
    }
}
