package io.footnote.storage;

import java.util.Arrays;
import java.util.Map;
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
     * @param identity how this database declares a primary key that it numbers itself
     * @throws StorageException when the tables were made by a newer or different program, or the database refuses
     */
    static void run(DataSource source, String identity, Failures failures) {
        try {
            Flyway flyway = Flyway.configure(Migration.class.getClassLoader())
                    .loggers(QuietFlywayLog.Creator.class.getName())
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .placeholders(Map.of("identity", identity))
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
