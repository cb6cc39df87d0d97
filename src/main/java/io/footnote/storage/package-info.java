/**
 * The database that holds the truth: articles and the answer log. The only package that touches JDBC.
 *
 * <pre>
 * address → Database: migrations (db/migration), pool, failures in words
 *           ├ Articles        article
 *           └ AnswerRecords   answer, answer_article: columns to list by, the trace as JSON
 * </pre>
 *
 * <p>SQLite in the data folder by default, PostgreSQL by address; the same plain SQL for both. It knows the records it
 * stores and nothing of what is done with them. Each migration is a file that never changes once released.
 */
@NullMarked
package io.footnote.storage;

import org.jspecify.annotations.NullMarked;
