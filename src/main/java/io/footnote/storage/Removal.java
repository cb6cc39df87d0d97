package io.footnote.storage;

import io.footnote.answer.AnswerTrace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Takes texts out of the database for good: from the articles, and from the answers that quote them. */
final class Removal {
    private Removal() {}

    /** The texts that only this entry has. */
    static Set<String> textsOf(Handle handle, long number) {
        return new HashSet<>(handle.createQuery("""
            select distinct article_id from library_version mine where number = :number
                and not exists (select 1 from library_version other
                    where other.article_id = mine.article_id and other.number <> :number)\
            """)
                .bind("number", number)
                .mapTo(String.class)
                .list());
    }

    static void remove(Handle handle, Dialect dialect, Set<String> articleIds) {
        if (articleIds.isEmpty()) {
            return;
        }
        List<String> answers = handle.createQuery(
                        "select distinct answer_id from answer_article where article_id in (<ids>) order by answer_id")
                .bindList("ids", articleIds)
                .mapTo(String.class)
                .list();
        for (String id : answers) {
            String json = handle.createQuery("select trace_json from answer where id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .one();
            AnswerTrace without =
                    Json.read(json, AnswerTrace.class, "answer " + id).without(articleIds);
            handle.createUpdate("update answer set trace_json = :trace where id = :id")
                    .bind("id", id)
                    .bind("trace", Json.write(without))
                    .execute();
            AnswerRecords.makeSearchable(handle, dialect, without);
        }
        handle.createUpdate("delete from article where id in (<ids>)")
                .bindList("ids", articleIds)
                .execute();
    }
}
