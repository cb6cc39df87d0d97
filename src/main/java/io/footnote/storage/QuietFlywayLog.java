package io.footnote.storage;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flyway's own remarks, at the level of debugging: what concerns anybody reaches them as an exception. */
final class QuietFlywayLog implements Log {
    private final Logger logger;

    private QuietFlywayLog(Logger logger) {
        this.logger = logger;
    }

    /** Made by Flyway, by name. */
    public static final class Creator implements LogCreator {
        /** Called by Flyway. */
        public Creator() {}

        @Override
        public Log createLogger(Class<?> type) {
            return new QuietFlywayLog(LoggerFactory.getLogger(type));
        }
    }

    @Override
    public void debug(String message) {
        logger.trace(message);
    }

    @Override
    public void info(String message) {
        logger.debug(message);
    }

    @Override
    public void warn(String message) {
        logger.debug(message);
    }

    @Override
    public void error(String message) {
        logger.debug(message);
    }

    @Override
    public void error(String message, Exception cause) {
        logger.debug(message, cause);
    }

    @Override
    public void notice(String message) {
        logger.debug(message);
    }
}
