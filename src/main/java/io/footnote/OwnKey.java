package io.footnote;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The key for personal data where none is configured: made once and kept in the data folder for its owner alone. It
 * protects a copy of the database, but not a copy of the whole folder, which is why {@code doctor} warns of it.
 */
final class OwnKey {
    static final String FILE_NAME = "privacy.key";

    private static final int BYTES = 32;

    private OwnKey() {}

    /** The key in that folder, made if it is missing. @throws SettingsException when it cannot be read or made */
    static String in(Path folder) {
        Path file = folder.resolve(FILE_NAME);
        try {
            if (!Files.exists(file)) {
                make(folder, file);
            }
            String key = Files.readString(file).strip();
            if (key.length() != 2 * BYTES) {
                throw new SettingsException(List.of("privacy.key is not set, and the key in " + file
                        + " is damaged: set FOOTNOTE_PRIVACY_KEY, or restore the file."));
            }
            return key;
        } catch (IOException e) {
            throw new SettingsException(List.of("privacy.key is not set, and no key can be kept in " + file
                    + ": set FOOTNOTE_PRIVACY_KEY, or see that you may write there."));
        }
    }

    private static void make(Path folder, Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(folder);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        // whole under another name first, so that nobody reads half a key
        Path draft = Files.createTempFile(folder, FILE_NAME, ".new", ownerOnly);
        try {
            Files.writeString(draft, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.WRITE);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // another process was quicker, and its key counts
        } catch (UnsupportedOperationException e) {
            Files.copy(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
