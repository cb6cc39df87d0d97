package io.footnote.storage;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where the databases differ in their SQL: keys they number themselves, text search, and rows that nobody may change. */
enum Dialect {
    /** SQLite, with its full-text search FTS5. */
    SQLITE(
            // without the last word it would give the number of the newest row again once that row is deleted
            "integer primary key autoincrement", """
                create virtual table answer_text using fts5 (words, content = '', contentless_delete = 1,
                    tokenize = 'unicode61 remove_diacritics 2');
                insert into answer_text (rowid, words) select sequence, question from answer;
                create trigger answer_text_delete after delete on answer begin
                    delete from answer_text where rowid = old.sequence;
                end\
                """, """
                create trigger audit_update before update on audit begin
                    select raise(abort, 'the audit trail is append-only');
                end;
                create trigger audit_delete before delete on audit begin
                    select raise(abort, 'the audit trail is append-only');
                end\
                """, ":words", "answer_text match :text"),
    /** PostgreSQL, with its text search. */
    POSTGRES(
            "bigint generated always as identity primary key",
            """
            create table answer_text (
                rowid bigint primary key references answer (sequence) on delete cascade, words tsvector not null);
            create index answer_text_words on answer_text using gin (words);
            insert into answer_text (rowid, words) select sequence, to_tsvector('simple', question) from answer\
            """,
            """
            create function audit_is_append_only() returns trigger language plpgsql as $$
            begin
                raise exception 'the audit trail is append-only';
            end $$;
            create trigger audit_append_only before update or delete or truncate on audit
                for each statement execute function audit_is_append_only()\
            """,
            "to_tsvector('simple', :words)",
            "words @@ websearch_to_tsquery('simple', :text)");

    private static final Pattern TERM = Pattern.compile("\"([^\"]+)\"|([\\p{L}\\p{N}]+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final String identity;
    private final String answerText;
    private final String appendOnly;
    private final String indexed;
    private final String matches;

    Dialect(String identity, String answerText, String appendOnly, String indexed, String matches) {
        this.identity = identity;
        this.answerText = answerText;
        this.appendOnly = appendOnly;
        this.indexed = indexed;
        this.matches = matches;
    }

    /** What the placeholders of the migrations stand for. */
    Map<String, String> placeholders() {
        return Map.of("identity", identity, "answer_text", answerText, "append_only", appendOnly);
    }

    /** The value of the column {@code answer_text.words} for the parameter {@code :words}. */
    String indexed() {
        return indexed;
    }

    /** The condition on {@code answer_text} for the parameter {@code :text}, which {@link #terms} makes. */
    String matches() {
        return matches;
    }

    /**
     * Behind a table in a query: the index to look its rows up by. SQLite would rather take a unique one, though it lacks
     * columns that are asked for; PostgreSQL compares what either costs.
     */
    String through(String index) {
        return this == SQLITE ? " indexed by " + index : "";
    }

    /**
     * What somebody searches for, in the one form that both databases read alike: every word and every phrase in
     * quotation marks, all of which must occur. Nothing else of what was typed is left, so no operator of either
     * language gets through. Empty where there is no word.
     */
    static String terms(String typed) {
        List<String> terms = TERM.matcher(typed)
                .results()
                .map(term -> term.group(1) == null ? term.group(2) : term.group(1))
                .map(term -> String.join(
                        " ",
                        WORD.matcher(term).results().map(word -> word.group()).toList()))
                .filter(term -> !term.isEmpty())
                .map(term -> "\"" + term + "\"")
                .toList();
        return String.join(" ", terms);
    }
}
