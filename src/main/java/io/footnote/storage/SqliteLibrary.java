package io.footnote.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The driver's native library, unpacked once into a folder of ours. Left to itself, the driver unpacks it at every start
 * into the temporary folder, where it stays whenever the process is killed.
 */
final class SqliteLibrary {
    /** Where the library is looked for, by the driver's own name. */
    static final String PLACE = "org.sqlite.lib.path";

    private SqliteLibrary() {}

    /**
     * Has the library taken from the folder; does nothing where its place is set already. For one process at a time.
     *
     * @param folder for native libraries; where it cannot be used, the driver does as it would
     */
    static void use(Path folder) {
        if (System.getProperty(PLACE) != null) {
            return;
        }
        try {
            System.setProperty(PLACE, unpacked(folder).toString());
        } catch (IOException e) {
            // then the driver unpacks it into the temporary folder
        }
    }

    /** Unpacks it if it is not there yet, or not as it should be. */
    static Path unpacked(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        URL packed = SQLiteJDBCLoader.class.getResource(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        if (packed == null || !(packed.openConnection() instanceof JarURLConnection connection)) {
            throw new FileNotFoundException("SQLite has no library for this machine in a jar");
        }
        Path home = folder.toAbsolutePath().resolve("sqlite").resolve(SQLiteJDBCLoader.getVersion());
        Path library = home.resolve(name);
        if (!isAt(library, connection.getJarEntry())) {
            Files.createDirectories(home);
            Path part = home.resolve(name + ".part");
            try (InputStream stream = connection.getInputStream()) {
                Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part); // where the disk is full
            }
        }
        return home;
    }

    private static boolean isAt(Path file, JarEntry packed) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != packed.getSize()) {
            return false;
        }
        CRC32 checksum = new CRC32();
        try (InputStream stream = new CheckedInputStream(Files.newInputStream(file), checksum)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return checksum.getValue() == packed.getCrc();
    }
}
