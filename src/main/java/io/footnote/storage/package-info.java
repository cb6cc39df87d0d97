/**
 * The database that holds the truth: articles and the answer log. The only package that touches JDBC.
 *
 * <p>SQLite in the data folder by default, PostgreSQL by address; the same plain SQL for both. It knows the records it
 * stores and nothing of what is done with them.
 */
@NullMarked
package io.footnote.storage;

import org.jspecify.annotations.NullMarked;
