package io.footnote;

import io.footnote.desk.Desk;
import io.footnote.desk.DeskAddress;
import io.footnote.desk.Role;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.Articles;
import io.footnote.storage.AuditTrail;
import io.footnote.storage.Database;
import io.footnote.storage.DeskAccess;
import io.footnote.storage.LogSearch;
import io.footnote.storage.Reviews;
import java.time.InstantSource;
import java.util.Optional;

/** The parts of the moderators' desk, wired by hand beside {@link Application}. */
final class DeskWiring {
    private DeskWiring() {}

    static Desk desk(Settings settings, Database database) {
        Settings.Desk configured = settings.desk();
        InstantSource clock = InstantSource.system();
        return new Desk(
                new DeskAddress(configured.port(), configured.bind(), configured.publicUrl(), configured.behindProxy()),
                user -> role(settings, user),
                new Desk.Store(
                        new DeskAccess(database, clock),
                        new AnswerRecords(database),
                        new LogSearch(database),
                        new Articles(database),
                        new Reviews(database, clock),
                        new AuditTrail(database, clock)),
                clock);
    }

    private static Optional<Role> role(Settings settings, long user) {
        if (settings.administrators().contains(user)) {
            return Optional.of(Role.ADMINISTRATOR);
        }
        return settings.moderators().contains(user) ? Optional.of(Role.MODERATOR) : Optional.empty();
    }
}
