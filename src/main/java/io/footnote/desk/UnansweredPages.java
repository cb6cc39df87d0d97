package io.footnote.desk;

import io.footnote.desk.QuestionGroups.Group;
import io.footnote.storage.AuditTrail;
import io.footnote.storage.AuditTrail.Deed;
import io.footnote.storage.LogEntry;
import io.footnote.storage.LogQuery;
import io.footnote.storage.LogQuery.Order;
import io.footnote.storage.LogQuery.Traits;
import io.footnote.storage.LogSearch;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What readers asked and the articles did not say, alike questions together. Safe for any number of threads. */
final class UnansweredPages {
    private final LogSearch search;
    private final QuestionGroups groups;
    private final LogChoices choices;
    private final AuditTrail audit;
    private final Pages pages;

    UnansweredPages(LogSearch search, QuestionGroups groups, LogChoices choices, AuditTrail audit, Pages pages) {
        this.search = search;
        this.groups = groups;
        this.choices = choices;
        this.audit = audit;
        this.pages = pages;
    }

    void register(Routes routes) {
        routes.view("/unanswered", Role.MODERATOR, this::show);
        routes.view("/unanswered.csv", Role.MODERATOR, this::export);
    }

    private List<Group> groups(LogFilter filter) {
        LogQuery query = filter.query(null);
        LogQuery refused = new LogQuery(
                query.period(),
                Traits.refused(query.traits().articleId()),
                null,
                Order.NEWEST,
                null,
                QuestionGroups.MAX_QUESTIONS);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (LogEntry entry : search.page(refused).entries()) {
            counts.merge(Masking.masked(entry.question()), 1, Integer::sum);
        }
        return groups.of(counts);
    }

    private void show(Context context, Moderator moderator) {
        LogFilter filter = LogFilter.of(context);
        Map<String, Object> values = new HashMap<>();
        values.put("filter", filter);
        values.put("choices", choices.now());
        values.put("groups", groups(filter));
        values.put("most", QuestionGroups.MAX_QUESTIONS);
        pages.send(context, "unanswered", "Unanswered", moderator, values);
    }

    private void export(Context context, Moderator moderator) {
        LogFilter filter = LogFilter.of(context);
        audit.record(
                moderator.id(),
                () -> Deed.looked("exported unanswered questions", filter.address(context.path(), null)));
        StringBuilder csv = new StringBuilder("group,groupCount,question,count\r\n");
        int number = 0;
        for (Group group : groups(filter)) {
            number++;
            for (Map.Entry<String, Integer> question : group.questions().entrySet()) {
                csv.append(number)
                        .append(',')
                        .append(group.count())
                        .append(',')
                        .append(LogExport.cell(question.getKey()))
                        .append(',')
                        .append(question.getValue())
                        .append("\r\n");
            }
        }
        Downloads.begin(context, "text/csv;charset=utf-8", "unanswered.csv");
        context.result(csv.toString());
    }
}
