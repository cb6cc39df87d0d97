package io.footnote.language;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * ONNX Runtime's native library, unpacked once into a folder of ours. Left to itself, it is unpacked at every start into
 * the temporary folder, which takes longer and leaves 24 MB behind whenever the process is killed. Safe for any number of
 * threads and processes.
 */
final class OnnxLibrary {
    /** Where the library is looked for, by ONNX Runtime's own name. */
    static final String PLACE = "onnxruntime.native.path";

    private static final String IN_JAR = "ai/onnxruntime/native/";

    private OnnxLibrary() {}

    /**
     * ONNX Runtime, with its telemetry off.
     *
     * @param cache the folder for native libraries; where it cannot be used, the temporary folder is
     */
    static OrtEnvironment environment(Path cache) throws OrtException {
        use(cache);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        environment.setTelemetry(false);
        deleteTemporaryFolder();
        return environment;
    }

    /** Has the library taken from the folder; does nothing where its place is set already. */
    static synchronized void use(Path cache) {
        String set = System.getProperty(PLACE);
        if (set != null && Files.isDirectory(Path.of(set))) {
            return;
        }
        try {
            System.setProperty(PLACE, unpacked(cache).toString());
        } catch (IOException e) {
            // then it unpacks itself into the temporary folder
            System.clearProperty(PLACE);
        }
    }

    /**
     * Unpacks what is not there yet, or is not as it should be.
     *
     * @return the folder of the library
     * @throws IOException when that cannot be done, or there is none for this machine
     */
    static synchronized Path unpacked(Path cache) throws IOException {
        URL own = OrtEnvironment.class.getResource("OrtEnvironment.class");
        if (own == null || !(own.openConnection() instanceof JarURLConnection connection)) {
            throw new FileNotFoundException("ONNX Runtime is in no jar");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            String platform = platform();
            String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
            Path folder = cache.toAbsolutePath().resolve("onnxruntime").resolve(version + "-" + platform);
            List<JarEntry> libraries = jar.stream()
                    .filter(entry -> entry.getName().matches(IN_JAR + platform + "/[^/]+"))
                    .toList();
            if (libraries.isEmpty()) {
                throw new FileNotFoundException("ONNX Runtime has no library for " + platform);
            }
            for (JarEntry library : libraries) {
                if (!isAt(target(folder, library), library)) {
                    unpack(jar, libraries, folder);
                }
            }
            return folder;
        }
    }

    /** One process at a time; the lock goes with the process, however that ends. */
    private static void unpack(JarFile jar, List<JarEntry> libraries, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = channel.lock()) {
            for (JarEntry library : libraries) {
                if (!isAt(target(folder, library), library)) {
                    unpack(jar, library, target(folder, library));
                }
            }
        }
    }

    /** A library is there whole or not at all, even if the machine loses its power. */
    private static void unpack(JarFile jar, JarEntry library, Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            write(jar, library, part);
            if (!isAt(part, library)) {
                throw new IOException(library.getName() + " is damaged in " + jar.getName());
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part); // where the disk is full
        }
    }

    private static void write(JarFile jar, JarEntry library, Path part) throws IOException {
        try (InputStream packed = jar.getInputStream(library);
                FileChannel channel = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            packed.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private static Path target(Path folder, JarEntry library) {
        return folder.resolve(library.getName().substring(library.getName().lastIndexOf('/') + 1));
    }

    /** The jar knows every entry's size and checksum, so nothing need be unpacked to compare. */
    private static boolean isAt(Path file, JarEntry library) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != library.getSize()) {
            return false;
        }
        CRC32 checksum = new CRC32();
        try (InputStream stream = new CheckedInputStream(Files.newInputStream(file), checksum)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return checksum.getValue() == library.getCrc();
    }

    /** What ONNX Runtime calls this machine. */
    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String family = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        return family + "-" + (processor.matches("amd64|x86_64") ? "x64" : processor);
    }

    /**
     * It makes a temporary folder even if it needs none, and deletes it only when the process ends by itself. Nobody but
     * the runtime knows its name.
     */
    private static void deleteTemporaryFolder() {
        try {
            Field field = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
            field.setAccessible(true);
            if (System.getProperty(PLACE) != null && field.get(null) instanceof Path folder) {
                Files.deleteIfExists(folder);
            }
        } catch (ReflectiveOperationException | IOException e) {
            // an empty folder more until the process ends
        }
    }
}
