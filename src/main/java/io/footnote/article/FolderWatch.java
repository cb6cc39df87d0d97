package io.footnote.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is looked at again and again: tells which of its files are new or have changed since they were last told.
 * It asks the file system for times and sizes, which also works where changes are not announced, as on network drives. For
 * one thread.
 */
public final class FolderWatch {
    /** How long a file must have been left alone; before, somebody may still be writing it. */
    public static final Duration SETTLED = Duration.ofSeconds(2);

    private final Path folder;
    private final Predicate<Path> readable;
    private final InstantSource clock;
    private final Map<Path, State> told = new HashMap<>();

    private record State(FileTime modified, long size) {}

    /**
     * @param folder whose files are watched, not those of folders in it
     * @param readable which of them may be articles
     * @param clock tells how long ago a file was changed
     */
    public FolderWatch(Path folder, Predicate<Path> readable, InstantSource clock) {
        this.folder = folder;
        this.readable = readable;
        this.clock = clock;
    }

    /**
     * The files that are new or have changed, in the order of their names.
     *
     * @throws ArticleException when the folder cannot be read
     */
    public List<Path> poll() {
        List<Path> changed = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(readable).sorted().toList()) {
                State state = stateOf(file);
                if (state != null && !state.equals(told.get(file))) {
                    told.put(file, state);
                    changed.add(file);
                }
            }
            return changed;
        } catch (IOException | UncheckedIOException e) {
            throw new ArticleException("The folder " + folder + " cannot be read: check that you may", e);
        }
    }

    /** Null where there is no file to read, or not yet. */
    private @Nullable State stateOf(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            boolean settled = !attributes
                    .lastModifiedTime()
                    .toInstant()
                    .isAfter(clock.instant().minus(SETTLED));
            return attributes.isRegularFile() && settled
                    ? new State(attributes.lastModifiedTime(), attributes.size())
                    : null;
        } catch (NoSuchFileException e) {
            return null; // removed meanwhile
        }
    }
}
