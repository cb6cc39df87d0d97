/**
 * From a question to an answer that can be shown.
 *
 * <pre>
 * Question → SentenceRanker → Drafter → CitationGate → Grounded | Abstained → AnswerLog → AnswerTrace
 * </pre>
 *
 * <p>Abstention is a value; an outage is an exception. It must not know of Telegram, of terminals, or how the log is
 * stored.
 */
@NullMarked
package io.footnote.answer;

import org.jspecify.annotations.NullMarked;
