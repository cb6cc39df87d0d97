package io.footnote.cli;

import io.footnote.Application;
import io.footnote.cli.FootnoteProcess.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A command from its arguments to its exit status in the tests' own process: what {@link FootnoteProcess} does less the
 * launcher and the start of a Java machine, for tests of what is said rather than of processes.
 */
final class FootnoteHere {
    private final Map<String, String> environment = new HashMap<>();

    private FootnoteHere() {}

    /** With its data in a folder. */
    static FootnoteHere on(Path dataDir) {
        return new FootnoteHere().with("FOOTNOTE_DATA_DIR", dataDir);
    }

    FootnoteHere with(String variable, Object value) {
        environment.put(variable, value.toString());
        return this;
    }

    Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter errors = new PrintWriter(err, true);
        try (Application application =
                new Application(FootnoteProcess.ROOT, environment, line -> errors.println("footnote: " + line))) {
            int status = FootnoteCommand.run(application, new PrintWriter(out, true), errors, arguments);
            return new Outcome(status, out.toString(), err.toString());
        }
    }
}
