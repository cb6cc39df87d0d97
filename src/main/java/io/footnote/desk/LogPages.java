package io.footnote.desk;

import io.footnote.storage.LogPage;
import io.footnote.storage.LogQuery;
import io.footnote.storage.LogSearch;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;

/** The log: filters above, entries below. Safe for any number of threads. */
final class LogPages {
    private final LogSearch search;
    private final LogChoices choices;
    private final Pages pages;

    LogPages(LogSearch search, LogChoices choices, Pages pages) {
        this.search = search;
        this.choices = choices;
        this.pages = pages;
    }

    void register(Routes routes) {
        routes.view("/", Role.MODERATOR, this::show);
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
}
