package io.footnote;

import io.footnote.storage.Database;

/** Opens the database that the settings name. */
final class StorageWiring {
    private StorageWiring() {}

    static Database database(Settings settings) {
        Settings.Storage storage = settings.storage();
        Secret password = storage.password();
        return storage.url() == null
                ? Database.inFolder(settings.dataDir())
                : Database.open(storage.url(), storage.user(), password == null ? null : password.value());
    }
}
