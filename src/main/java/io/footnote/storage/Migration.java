package io.footnote.storage;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the tables to what this program needs. */
final class Migration {
    private Migration() {}

    /**
     * Runs the scripts that have not run yet.
     *
     * @param dialect what the placeholders of the scripts stand for
     * @throws StorageException when the tables were made by a newer or different program, or the database refuses
     */
    static void run(DataSource source, Dialect dialect, Failures failures) {
        try {
            Flyway flyway = Flyway.configure(Migration.class.getClassLoader())
                    .loggers(QuietFlywayLog.Creator.class.getName())
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .placeholders(dialect.placeholders())
                    .validateMigrationNaming(true)
                    .load();
            if (Arrays.stream(flyway.info().applied()).anyMatch(Migration::fromTheFuture)) {
                throw failures.newer();
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw failures.explain(e);
        }
    }

    private static boolean fromTheFuture(MigrationInfo migration) {
        return switch (migration.getState()) {
            case FUTURE_SUCCESS, FUTURE_FAILED, MISSING_SUCCESS, MISSING_FAILED -> true;
            default -> false;
        };
    }
}
