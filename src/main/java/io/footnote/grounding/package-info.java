/**
 * Whether sentences support a statement. Every draft passes {@link io.footnote.grounding.CitationGate}, whoever wrote
 * it.
 *
 * <pre>
 * Statement + its article → pointer → hidden characters → foreign marks → numbers → dates → names
 *                         → quotations → negation → content words
 *                         → CheckedStatement: verdict, score, reasons
 * </pre>
 *
 * <p>It must not know how sentences were found, who drafted, or who reads.
 */
@NullMarked
package io.footnote.grounding;

import org.jspecify.annotations.NullMarked;
