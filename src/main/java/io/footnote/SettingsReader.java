package io.footnote;

import java.nio.file.Path;
import java.util.Map;

/** Reads and checks the configuration. For one use by one thread. */
final class SettingsReader {

    SettingsReader(Path home, Map<String, String> environment) {}

    /** @throws SettingsException with every problem at once */
    Settings read() {
        throw new UnsupportedOperationException("not built yet");
    }
}
