package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class OnnxLibraryTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    private Path cache;

    private static List<Path> libraries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("(lib)?onnxruntime.*\\.(so|dylib|dll)"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theLibraryIsUnpackedOnceAndTakenFromThere() throws IOException {
        Path folder = OnnxLibrary.unpacked(cache);
        assertThat(libraries(folder)).hasSizeGreaterThanOrEqualTo(2);
        for (Path library : libraries(folder)) {
            Files.setLastModifiedTime(library, LONG_AGO);
        }

        assertThat(OnnxLibrary.unpacked(cache)).isEqualTo(folder);
        for (Path library : libraries(folder)) {
            assertThat(Files.getLastModifiedTime(library)).isEqualTo(LONG_AGO);
        }
    }

    @Test
    void aLibraryThatWasCutOffOrChangedIsUnpackedAgainAndWhatAKilledProcessLeftIsTakenUp() throws IOException {
        Path library = libraries(OnnxLibrary.unpacked(cache)).getFirst();
        byte[] whole = Files.readAllBytes(library);
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        byte[] half = new byte[whole.length / 2];
        Path part = library.resolveSibling(library.getFileName() + ".part");
        for (byte[] damaged : new byte[][] {half, changed, {}}) {
            Files.write(library, damaged);
            Files.write(part, half);

            OnnxLibrary.unpacked(cache);

            assertThat(library).hasBinaryContent(whole);
            assertThat(part).doesNotExist();
        }
    }

    @Test
    void processesThatStartAtOnceAllFindItWhole() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-Djava.io.tmpdir=" + Files.createDirectories(cache.resolve("temporary")),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Loading.class.getName(),
                            cache.resolve("native").toString())
                    .redirectErrorStream(true)
                    .start());
        }
        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(said).isZero();
        }
        assertThat(cache.resolve("temporary")).as("of the runtime").isEmptyDirectory();
    }

    /** A process that loads the library and ends without tidying up, as one that is killed. */
    static final class Loading {
        private Loading() {}

        public static void main(String[] arguments) throws OrtException {
            OnnxLibrary.environment(Path.of(arguments[0]));
            boolean placed = System.getProperty(OnnxLibrary.PLACE).startsWith(arguments[0]);
            Runtime.getRuntime().halt(placed ? 0 : 1);
        }
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void whereTheFolderCannotBeUsedTheRuntimeUnpacksItsLibraryItself() throws IOException, OrtException {
        String before = System.getProperty(OnnxLibrary.PLACE);
        try {
            System.clearProperty(OnnxLibrary.PLACE);
            OnnxLibrary.use(Files.writeString(cache.resolve("file"), "no folder"));
            assertThat(System.getProperty(OnnxLibrary.PLACE)).isNull();
            assertThat(OnnxLibrary.environment(cache.resolve("file")).getVersion())
                    .isNotBlank();
        } finally {
            if (before != null) {
                System.setProperty(OnnxLibrary.PLACE, before);
            }
        }
    }
}
