/**
 * The program: its entry point, its settings, and the one place that wires everything together by hand.
 *
 * <p>Everything else stands below; nothing below knows this package.
 */
@NullMarked
package io.footnote;

import org.jspecify.annotations.NullMarked;
