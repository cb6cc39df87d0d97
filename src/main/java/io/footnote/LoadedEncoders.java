package io.footnote;

import io.footnote.language.Encoder;
import io.footnote.language.Encoders;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The encoders, each loaded when it is first asked for, or ahead of that beside other work. Not for several threads, but
 * for {@link #english}.
 */
final class LoadedEncoders implements AutoCloseable {
    private final Supplier<Path> natives;
    private final Supplier<Settings> settings;
    private @Nullable CompletableFuture<Encoder> english;
    private @Nullable Encoders all;

    /** @param natives the folder into which native libraries are unpacked */
    LoadedEncoders(Supplier<Path> natives, Supplier<Settings> settings) {
        this.natives = natives;
        this.settings = settings;
    }

    /** Begins to load the encoder for English on another thread, unless that was begun already. */
    synchronized CompletableFuture<Encoder> begin() {
        if (english == null) {
            Path folder = natives.get();
            english = CompletableFuture.supplyAsync(
                    () -> Opening.timed("encoder", () -> Encoder.load(folder)),
                    work -> Thread.ofPlatform().daemon().name("encoder").start(work));
        }
        return english;
    }

    synchronized Encoder english() {
        try {
            return begin().join();
        } catch (CompletionException e) {
            english = null;
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
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

    /** Waits for what is being loaded, since it cannot be stopped, and frees it. */
    @Override
    public synchronized void close() {
        if (all != null) {
            all.close();
        } else if (english != null) {
            english.thenAccept(Encoder::close).exceptionally(failure -> null).join();
        }
    }
}
