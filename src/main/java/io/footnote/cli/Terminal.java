package io.footnote.cli;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err notes, progress and failures
 */
record Terminal(PrintWriter out, PrintWriter err) {

    /** Tells the person something that is not a result. */
    void note(String sentence) {
        err.println("footnote: " + sentence);
    }
}
