package io.footnote.cli;

import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.storage.Arrival.Added;
import io.footnote.storage.Arrival.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code article watch}: folders and feeds, until stopped. */
@Command(
        name = "watch",
        description = "Add what is new or changes in folders and feeds to the library, until stopped with Ctrl-C.")
final class WatchCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;

    @Option(names = "--once", description = "Look once and end.")
    private boolean once;

    @Mixin
    private WatchInterval every = new WatchInterval();

    @Parameters(arity = "1..*", paramLabel = "FOLDER|FEED", description = "Folders, and addresses of feeds.")
    private List<String> places = List.of();

    WatchCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Duration pause = every.pause();
        Watching watching = new Watching(application, places, new Changes(terminal), terminal::note);
        if (once) {
            watching.round();
        } else {
            watching.untilStopped(pause);
        }
        return 0;
    }

    /** Tells what changes the library, and what cannot be read. */
    record Changes(Terminal terminal) implements Intake.Listener {
        @Override
        public void added(Incoming incoming, Article article, Added added) {
            if (added.outcome() != Outcome.UNCHANGED) {
                terminal.out()
                        .printf(
                                Locale.ROOT,
                                "%5d  %-9s  %s%n",
                                added.number(),
                                added.outcome().label(),
                                AnswerText.oneLine(article.title()));
            }
        }

        @Override
        public void refused(Incoming incoming, String reason) {
            terminal.note(reason + ".");
        }
    }
}
