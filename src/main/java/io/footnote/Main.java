package io.footnote;

import io.footnote.cli.FootnoteCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The entry point: runs one command and ends with its exit status. */
public final class Main {
    private Main() {}

    /** Runs the command that {@code arguments} name. */
    public static void main(String[] arguments) {
        ResultStream results = new ResultStream(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = writer(results);
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        Path home = Path.of(System.getProperty("footnote.home", "."))
                .toAbsolutePath()
                .normalize();
        int status;
        try (Application application =
                new Application(home, System.getenv(), line -> err.println("footnote: " + line))) {
            status = FootnoteCommand.run(application, out, err, arguments);
        } catch (RuntimeException e) {
            // The command has said how it ended; what is left is that something could not be closed.
            err.println("footnote: " + e.getMessage());
            status = 1;
        }
        out.flush();
        if (results.lost() && status == 0) {
            err.println("footnote: the results could not be written to the end: check where standard output goes, and"
                    + " that its disk has room.");
            status = 1;
        }
        err.flush();
        System.exit(status);
    }

    /** UTF-8 whatever the terminal's locale, since answers quote articles letter by letter. */
    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
