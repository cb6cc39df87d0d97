package io.footnote.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

class SqliteLibraryTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void theLibraryIsUnpackedOnce() throws IOException {
        Path library = SqliteLibrary.unpacked(folder).resolve(LibraryLoaderUtil.getNativeLibName());
        Files.setLastModifiedTime(library, LONG_AGO);

        SqliteLibrary.unpacked(folder);

        assertThat(Files.getLastModifiedTime(library)).isEqualTo(LONG_AGO);
        assertThat(library.getParent()).isDirectoryNotContaining(file -> !file.equals(library));
    }

    @Test
    void aLibraryThatWasChangedOrCutOffIsUnpackedAgain() throws IOException {
        Path library = SqliteLibrary.unpacked(folder).resolve(LibraryLoaderUtil.getNativeLibName());
        byte[] whole = Files.readAllBytes(library);
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        for (byte[] damaged : new byte[][] {{}, changed}) {
            Files.write(library, damaged);
            SqliteLibrary.unpacked(folder);
            assertThat(library).hasBinaryContent(whole);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNotUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> SqliteLibrary.unpacked(file)).isInstanceOf(IOException.class);
    }
}
