package io.footnote.desk;

import io.footnote.storage.AuditTrail;
import io.footnote.storage.AuditTrail.Deed;
import io.footnote.storage.LogPage;
import io.footnote.storage.LogQuery;
import io.footnote.storage.LogSearch;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The log: filters above, entries below; and the same as a file. Safe for any number of threads. */
final class LogPages {
    private final LogSearch search;
    private final LogChoices choices;
    private final AuditTrail audit;
    private final Pages pages;

    LogPages(LogSearch search, LogChoices choices, AuditTrail audit, Pages pages) {
        this.search = search;
        this.choices = choices;
        this.audit = audit;
        this.pages = pages;
    }

    void register(Routes routes) {
        routes.view("/", Role.MODERATOR, this::show);
        for (LogExport format : LogExport.values()) {
            routes.view(
                    "/log." + format.extension(),
                    Role.MODERATOR,
                    (context, moderator) -> export(context, moderator, format));
        }
    }

    private void show(Context context, Moderator moderator) {
        LogFilter filter = LogFilter.of(context);
        LogQuery query = filter.query(context.queryParam("after"));
        LogPage page = search.page(query);
        Map<String, Object> values = new HashMap<>();
        values.put("filter", filter);
        values.put("page", page);
        values.put("next", page.next() == null ? "" : filter.address("/", page.next()));
        if ("rows".equals(context.header("HX-Target")) || "more".equals(context.header("HX-Target"))) {
            pages.send(context, "rows", "Log", moderator, values);
            return;
        }
        values.put("choices", choices.now());
        pages.send(context, "log", "Log", moderator, values);
    }

    /** Everything that passes the filters, in the order chosen; addresses and telephone numbers stay hidden. */
    private void export(Context context, Moderator moderator, LogExport format) {
        LogFilter filter = LogFilter.of(context);
        LogQuery query = filter.query(null).of(LogQuery.MAX_LIMIT);
        audit.record(moderator.id(), () -> Deed.looked("exported the log", filter.address(context.path(), null)));
        Downloads.begin(context, format.contentType(), "footnote-log." + format.extension());
        try (Writer out = new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8))) {
            out.write(format.header());
            search.forEach(query, entry -> write(out, format.line(entry, true)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
