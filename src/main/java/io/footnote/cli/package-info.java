/**
 * The commands of the terminal: what a person types, what is printed, and the exit status.
 *
 * <p>Results go to standard output, everything else to standard error. Nothing else in the program prints.
 */
@NullMarked
package io.footnote.cli;

import org.jspecify.annotations.NullMarked;
