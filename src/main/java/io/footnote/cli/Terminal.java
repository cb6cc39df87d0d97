package io.footnote.cli;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err notes, progress and failures
 * @param styled whether results go to a screen that knows bold
 */
record Terminal(PrintWriter out, PrintWriter err, boolean styled) {

    /** Tells the person something that is not a result. */
    void note(String sentence) {
        err.println("footnote: " + sentence);
    }
}
