/**
 * Quiz items tied to sentences of an article, how answers to them are graded, and when a fact is to be asked again.
 *
 * <pre>
 * article → Facts of its central sentences → QuizItems, each with distractors that the gate finds unsupported
 * answer + time taken → Grade → Rating → Scheduler (FSRS-6) → Schedule of one reader and one fact
 * </pre>
 *
 * <p>Must not know of Telegram, of the command line, or of how anything is stored: it says what it needs kept, and
 * {@code storage} keeps it.
 */
@NullMarked
package io.footnote.quiz;

import org.jspecify.annotations.NullMarked;
