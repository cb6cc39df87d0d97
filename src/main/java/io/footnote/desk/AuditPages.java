package io.footnote.desk;

import io.footnote.storage.AuditTrail;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** The audit trail, for administrators. Shows and nothing else. Safe for any number of threads. */
final class AuditPages {
    private static final int PAGE = 100;

    private final AuditTrail audit;
    private final Pages pages;

    AuditPages(AuditTrail audit, Pages pages) {
        this.audit = audit;
        this.pages = pages;
    }

    void register(Routes routes) {
        routes.view("/audit", Role.ADMINISTRATOR, this::show);
    }

    private void show(Context context, Moderator moderator) {
        String before = context.queryParam("before");
        List<AuditTrail.Row> rows;
        try {
            rows = audit.newest(before == null ? null : Long.valueOf(before), PAGE);
        } catch (NumberFormatException e) {
            throw Refusal.bad("This page of the trail does not exist: begin at its first page.");
        }
        String next =
                rows.size() < PAGE ? "" : "/audit?before=" + rows.getLast().id();
        pages.send(context, "audit", "Audit trail", moderator, Map.of("rows", rows, "next", next));
    }
}
