package io.footnote.cli;

import io.footnote.evaluation.Scorecard;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a report goes: {@code index.html}, and its tables in Markdown in {@code scorecard.md}. */
final class ReportFolder {
    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder and tries to write there, before anything long begins.
     *
     * @throws CommandException when no file can be written there
     */
    static ReportFolder prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".try", null));
            return new ReportFolder(folder);
        } catch (FileAlreadyExistsException e) {
            throw new CommandException("--report needs a folder, but " + e.getFile() + " is a file: name another.", e);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Writes both files, over those of an earlier report. */
    void write(Scorecard scorecard) {
        try {
            Files.writeString(page(), scorecard.toHtml());
            Files.writeString(folder.resolve("scorecard.md"), scorecard.toMarkdown());
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** The page to be looked at. */
    Path page() {
        return folder.resolve("index.html");
    }

    private static CommandException unwritable(Path folder, IOException cause) {
        return new CommandException(
                "The report cannot be written to " + folder
                        + ": check that you may write there, and that the disk has room.",
                cause);
    }
}
