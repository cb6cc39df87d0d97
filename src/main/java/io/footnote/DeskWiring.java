package io.footnote;

import io.footnote.desk.Desk;
import io.footnote.desk.DeskAddress;
import io.footnote.desk.DeskTools;
import io.footnote.desk.Role;
import io.footnote.model.Prompt;
import java.time.InstantSource;
import java.util.Optional;

/** The parts of the moderators' desk, wired by hand beside {@link Application}. */
final class DeskWiring {
    private DeskWiring() {}

    static Desk desk(Application application) {
        Settings settings = application.settings();
        Settings.Desk configured = settings.desk();
        return new Desk(
                new DeskAddress(
                        configured.port(),
                        configured.bind(),
                        configured.publicUrl(),
                        configured.behindProxy(),
                        configured.readingPages()),
                user -> role(settings, user),
                application.deskStore(),
                new DeskTools(
                        application.gate(),
                        text -> application.encoder().encodePassage(text),
                        application.reader(),
                        application.fetcher()::article,
                        Prompt.texts(application.home().resolve("prompts"))),
                InstantSource.system());
    }

    private static Optional<Role> role(Settings settings, long user) {
        if (settings.administrators().contains(user)) {
            return Optional.of(Role.ADMINISTRATOR);
        }
        return settings.moderators().contains(user) ? Optional.of(Role.MODERATOR) : Optional.empty();
    }
}
