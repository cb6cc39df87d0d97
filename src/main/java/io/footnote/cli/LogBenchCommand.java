package io.footnote.cli;

import io.footnote.evaluation.LogPageTimes;
import io.footnote.evaluation.LogPageTimes.Times;
import io.footnote.evaluation.MadeLog;
import io.footnote.storage.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench log}: the pages of the moderators' log over a small and a large log, both made up. */
@Command(
        name = "log",
        description = "Make a small and a large log of made-up answers in a temporary folder, and time every page of"
                + " the moderators' log over both. A million entries need about 3 GB for a while.")
final class LogBenchCommand implements Callable<Integer> {
    private static final long MOST_ENTRIES = 10_000_000;

    private final Terminal terminal;

    @Option(
            names = "--entries",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Of the large log, 1000000 by default.")
    private long entries;

    @Option(
            names = "--small",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Of the small log, 10000 by default.")
    private long small;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "21",
            description = "Times each page N times and takes the median, 21 by default.")
    private int rounds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of both logs, 1 by default.")
    private long seed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    LogBenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (small < 1 || small > entries || entries > MOST_ENTRIES || rounds < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--small is at least 1, --entries no less and at most " + MOST_ENTRIES + ", --rounds at least 1");
        }
        try (TemporaryFolder folder = TemporaryFolder.create();
                Database few = made(folder.path().resolve("small"), small);
                Database many = made(folder.path().resolve("large"), entries)) {
            Map<String, Times> times =
                    LogPageTimes.compare(new LogPageTimes(few, small), new LogPageTimes(many, entries), rounds);
            terminal.out().printf(Locale.ROOT, "%-40s %12d %12d  ratio%n", "milliseconds", small, entries);
            times.forEach((page, took) -> terminal.out()
                    .printf(
                            Locale.ROOT,
                            "%-40s %12.3f %12.3f  %5.2f%n",
                            page,
                            took.few() / 1e6,
                            took.many() / 1e6,
                            took.ratio()));
            double worst =
                    times.values().stream().mapToDouble(Times::ratio).max().orElse(0);
            terminal.out().printf(Locale.ROOT, "greatest ratio %.2f%n", worst);
        }
        return 0;
    }

    private Database made(Path folder, long count) {
        Database database = Database.inFolder(folder);
        try (ProgressBar progress = ProgressBars.bar("writing entries", count)) {
            new MadeLog(database, seed).write(count, done -> {
                if (progress != null) {
                    progress.stepTo(done);
                }
            });
        }
        return database;
    }
}
