package io.footnote.cli;

import io.footnote.Application;
import io.footnote.evaluation.ClaimVerification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code verify}: whether evidence supports claims. */
@Command(name = "verify", description = "Judge whether the evidence supports each claim of a file.")
final class VerifyCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;

    @Option(
            names = "--jsonl",
            required = true,
            paramLabel = "FILE",
            description = "JSON lines with \"id\", \"claim\" and \"evidence\".")
    private Path file = Path.of("");

    VerifyCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        new ClaimVerification(application.gate()::judge).verify(file, terminal.out());
        return 0;
    }
}
