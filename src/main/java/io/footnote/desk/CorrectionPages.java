package io.footnote.desk;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Correction;
import io.footnote.answer.Grounded;
import io.footnote.article.Article;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Statement;
import io.footnote.storage.AuditTrail.Deed;
import io.footnote.storage.CorrectionNotices;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers that moderators write in place of the program's. Safe for any number of threads. */
final class CorrectionPages {
    private final DeskStore store;
    private final CitationGate gate;

    CorrectionPages(DeskStore store, CitationGate gate) {
        this.store = store;
        this.gate = gate;
    }

    void register(Routes routes) {
        routes.change("/entry/{id}/correction", Role.MODERATOR, this::save);
        routes.change("/entry/{id}/correction/withdraw", Role.MODERATOR, this::withdraw);
        routes.change("/entry/{id}/correction/send", Role.MODERATOR, this::send);
    }

    /**
     * The form for a corrected answer.
     *
     * @param standing the correction that is served, or null
     * @param text what the form holds: that, or what was answered
     * @param notice how far sending it to readers has come, in a word; empty where nobody asked for it
     */
    record Form(@Nullable Correction standing, String text, String notice) {}

    Form form(AnswerTrace trace) {
        Correction standing = store.corrections().of(trace.id()).orElse(null);
        List<Statement> statements = standing != null
                ? standing.statements()
                : trace.answer() instanceof Grounded grounded
                        ? grounded.statements().stream()
                                .map(CheckedStatement::statement)
                                .toList()
                        : List.of();
        String notice = store.notices().of(trace.id()).map(LogFilter::nameOf).orElse("");
        return new Form(standing, CorrectionText.write(statements), notice);
    }

    private AnswerTrace trace(Context context) {
        String id = context.pathParam("id");
        return store.records()
                .find(id)
                .filter(trace -> trace.id().equals(id))
                .orElseThrow(() -> Refusal.notFound("entry"));
    }

    private Deed save(Context context, Moderator moderator) {
        AnswerTrace trace = trace(context);
        Correction correction = read(context, trace, moderator);
        String before = served(trace);
        store.corrections().save(trace.id(), correction);
        back(context, trace);
        return new Deed("corrected an answer", trace.id(), before, words(correction));
    }

    private Correction read(Context context, AnswerTrace trace, Moderator moderator) {
        Article article = Optional.ofNullable(context.formParam("article"))
                .filter(trace.articleIds()::contains)
                .flatMap(store.articles()::find)
                .orElseThrow(() -> Refusal.bad("Choose one of the articles asked about."));
        List<Statement> statements = CorrectionText.read(
                Optional.ofNullable(context.formParam("statements")).orElse(""), article.id());
        if (statements.isEmpty() || statements.size() > Correction.MAX_STATEMENTS) {
            throw Refusal.bad("A corrected answer has 1 to " + Correction.MAX_STATEMENTS + " lines, a statement each.");
        }
        String understood = trace.understoodAs();
        Correction correction = new Correction(
                understood == null ? trace.question().text() : understood,
                article.id(),
                statements,
                context.formParam("signed") != null,
                moderator.id());
        correction.check(gate, article).stream()
                .filter(checked -> !checked.supported())
                .findFirst()
                .ifPresent(checked -> {
                    throw Refusal.bad(refused(checked));
                });
        return correction;
    }

    private static String refused(CheckedStatement checked) {
        return "The gate refuses \"" + checked.statement().text() + "\": " + String.join("; ", checked.reasons())
                + ". Change it, or tick that you sign for it; a sentence that does not exist cannot be signed for.";
    }

    private Deed withdraw(Context context, Moderator moderator) {
        AnswerTrace trace = trace(context);
        String before = served(trace);
        store.corrections().withdraw(trace.id());
        back(context, trace);
        return new Deed("withdrew a corrected answer", trace.id(), before, null);
    }

    private Deed send(Context context, Moderator moderator) {
        AnswerTrace trace = trace(context);
        if (store.corrections().of(trace.id()).isEmpty()) {
            throw Refusal.bad("There is no corrected answer to send: write one first.");
        }
        if (!store.notices().request(trace.id())) {
            throw Refusal.bad("This answer did not go to a reader in Telegram, or where it went is not kept any more.");
        }
        back(context, trace);
        return new Deed("had a correction sent", trace.id(), null, LogFilter.nameOf(CorrectionNotices.State.WAITING));
    }

    private @Nullable String served(AnswerTrace trace) {
        return store.corrections().of(trace.id()).map(CorrectionPages::words).orElse(null);
    }

    private static void back(Context context, AnswerTrace trace) {
        context.redirect("/entry/" + trace.id(), HttpStatus.SEE_OTHER);
    }

    private static String words(Correction correction) {
        return CorrectionText.write(correction.statements()) + (correction.signed() ? " (signed)" : "");
    }
}
