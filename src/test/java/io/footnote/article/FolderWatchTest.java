package io.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderWatchTest {
    private static final Instant NOW = Instant.parse("2026-01-14T12:00:00Z");

    @TempDir
    private Path folder;

    private FolderWatch watch() {
        return new FolderWatch(folder, file -> file.toString().endsWith(".txt"), InstantSource.fixed(NOW));
    }

    private Path write(String name, String text, Instant modified) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    @Test
    void tellsOfEachFileOnceAndAgainWhenItChanges() throws IOException {
        Path one = write("one.txt", "Ann left.", NOW.minusSeconds(60));
        write("picture.png", "x", NOW.minusSeconds(60));
        FolderWatch watch = watch();

        assertThat(watch.poll()).containsExactly(one);
        assertThat(watch.poll()).isEmpty();
        write("one.txt", "Ann came.", NOW.minusSeconds(30));
        Path two = write("two.txt", "Bob left.", NOW.minusSeconds(30));
        assertThat(watch.poll()).containsExactly(one, two);
        assertThat(watch.poll()).isEmpty();
    }

    @Test
    void waitsUntilAFileHasBeenLeftAlone() throws IOException {
        write("one.txt", "Ann le", NOW.minus(FolderWatch.SETTLED).plusMillis(1));
        FolderWatch watch = watch();

        assertThat(watch.poll()).isEmpty();
        Path one = write("one.txt", "Ann left.", NOW.minus(FolderWatch.SETTLED));
        assertThat(watch.poll()).containsExactly(one);
    }

    @Test
    void saysThatAFolderIsGone() {
        FolderWatch gone = new FolderWatch(folder.resolve("gone"), file -> true, InstantSource.fixed(NOW));

        assertThatThrownBy(gone::poll).isInstanceOf(ArticleException.class).hasMessageContaining("gone cannot be read");
    }
}
