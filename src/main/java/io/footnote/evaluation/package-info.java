/**
 * How good the answers are: data sets, metrics and reports.
 *
 * <pre>
 * JSON lines → DataSet → the program under test → predictions → figures
 * </pre>
 *
 * <p>It measures what readers get, through the same calls; it must not know of Telegram or the desk.
 */
@NullMarked
package io.footnote.evaluation;

import org.jspecify.annotations.NullMarked;
