package io.footnote;

import io.footnote.language.Encoder;
import io.footnote.language.Encoders;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The encoders, each loaded when it is first asked for. Not for several threads. */
final class LoadedEncoders implements AutoCloseable {
    private final Supplier<Path> natives;
    private final Supplier<Settings> settings;
    private @Nullable Encoder english;
    private @Nullable Encoders all;

    /** @param natives the folder into which native libraries are unpacked */
    LoadedEncoders(Supplier<Path> natives, Supplier<Settings> settings) {
        this.natives = natives;
        this.settings = settings;
    }

    synchronized Encoder english() {
        if (english == null) {
            english = Opening.timed("encoder", () -> Encoder.load(natives.get()));
        }
        return english;
    }

    Encoders all() {
        if (all == null) {
            Encoder first = english();
            Settings.MultilingualEncoder more = settings.get().multilingualEncoder();
            all = new Encoders(
                    first,
                    more == null
                            ? null
                            : Opening.timed("multilingual encoder", () -> Encoder.load(more.model(), natives.get())));
        }
        return all;
    }

    @Override
    public void close() {
        if (all != null) {
            all.close();
        } else if (english != null) {
            english.close();
        }
    }
}
