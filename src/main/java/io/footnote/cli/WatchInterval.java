package io.footnote.cli;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How often folders and feeds are looked at. */
final class WatchInterval {
    /** Asking a feed more often would be a nuisance to its site. */
    static final int LEAST_SECONDS = 5;

    static final int MOST_SECONDS = 86_400;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How often to look at what is watched, 60 by default.")
    private int seconds;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** @throws ParameterException when it is out of its range */
    Duration pause() {
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--every must be " + LEAST_SECONDS + " to " + MOST_SECONDS + " seconds, got " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }
}
