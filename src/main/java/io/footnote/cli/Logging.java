package io.footnote.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much of the log a command shows on standard error. */
final class Logging {
    /** Kept here because java.util.logging forgets a logger that nobody holds, and its level with it. */
    private static final java.util.logging.Logger LUCENE = java.util.logging.Logger.getLogger("org.apache.lucene");

    /** It would name addresses, and the Bot API's hold the token. */
    private static final java.util.logging.Logger OKHTTP = java.util.logging.Logger.getLogger("okhttp3");

    private Logging() {}

    static void configure(boolean verbose) {
        // Lucene would tell every reader how to make vectors faster.
        LUCENE.setLevel(java.util.logging.Level.SEVERE);
        OKHTTP.setLevel(java.util.logging.Level.OFF);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            // What concerns the reader of a library's remarks reaches them as an exception, in our own words.
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(verbose ? Level.WARN : Level.OFF);
            context.getLogger("ai.djl").setLevel(verbose ? Level.ERROR : Level.OFF);
            // It logs exceptions, whose messages hold addresses and updates; what matters of them, the bot says itself.
            context.getLogger("org.telegram").setLevel(Level.OFF);
            context.getLogger("io.footnote").setLevel(verbose ? Level.DEBUG : Level.WARN);
        }
    }
}
