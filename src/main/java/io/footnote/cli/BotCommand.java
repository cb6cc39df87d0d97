package io.footnote.cli;

import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.desk.Desk;
import io.footnote.desk.DeskException;
import io.footnote.telegram.Bot;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bot}: serves readers in Telegram until the process is told to end. */
@Command(name = "bot", description = "Answer questions in Telegram until stopped with Ctrl-C or a signal.")
final class BotCommand implements Callable<Integer> {
    /** Longer than the bot needs to finish what is in work. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Application application;
    private final Terminal terminal;

    @Mixin
    private AskedArticles articles = new AskedArticles();

    @Option(
            names = "--watch",
            paramLabel = "FOLDER|FEED",
            description = "Meanwhile, add to the library what is new or changes there. May be given several times.")
    private List<String> watched = List.of();

    @Mixin
    private WatchInterval every = new WatchInterval();

    BotCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Duration pause = every.pause();
        Path folder = application.settings().dataDir();
        try (FileChannel channel = lockFile(folder);
                FileLock alone = channel.tryLock()) {
            if (alone == null) {
                throw new CommandException("Another bot is running on the data folder " + folder
                        + ": end it first, or set data-dir to another folder.");
            }
            Watching watching = watched.isEmpty() ? null : watching();
            Supplier<List<Article>> served = served();
            Thread watcher = watching == null
                    ? null
                    : Thread.ofPlatform().daemon().name("watching").start(() -> watching.untilStopped(pause));
            try {
                runBesideTheDesk(served);
            } finally {
                if (watching != null && watcher != null) {
                    watching.stop();
                    join(watcher);
                }
            }
        } catch (IOException e) {
            throw new CommandException(
                    "The data folder " + folder + " cannot be used: check that it is a folder and that you may write"
                            + " there, or set data-dir to another.",
                    e);
        }
        return 0;
    }

    /** The desk runs beside the bot where there is somebody to sign in; a port that is taken does not keep the bot from running. */
    private void runBesideTheDesk(Supplier<List<Article>> served) {
        if (application.settings().moderators().isEmpty()
                && application.settings().administrators().isEmpty()) {
            runUntilTold(application.bot(served, null));
            return;
        }
        try (Desk desk = application.desk()) {
            try {
                terminal.note("the desk is at " + desk.start() + "; /desk in the chat with the bot makes a link.");
            } catch (DeskException e) {
                terminal.note(e.getMessage() + " The bot runs without the desk.");
                runUntilTold(application.bot(served, null));
                return;
            }
            runUntilTold(application.bot(served, desk));
        }
    }

    private Supplier<List<Article>> served() {
        if (articles.areLibrary()) {
            return new LibraryShelf(application);
        }
        List<Article> read = articles.read(application);
        read.forEach(application.articles()::save);
        return () -> read;
    }

    /** Has looked once when this returns, so that a library which is filled in this way is not empty at the start. */
    private Watching watching() {
        Watching watching = new Watching(application, watched, new WatchCommand.Changes(terminal), terminal::note);
        watching.round();
        return watching;
    }

    private static void join(Thread watcher) {
        try {
            watcher.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Two bots on one outbox would send everything twice; the lock goes with the process, however that ends. */
    private static FileChannel lockFile(Path folder) throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(folder.resolve("bot.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void runUntilTold(Bot bot) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread onSignal = new Thread(() -> {
            bot.stop();
            await(ended);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            bot.run();
        } finally {
            ended.countDown();
            forget(onSignal);
        }
    }

    static void await(CountDownLatch ended) {
        try {
            ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread onSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // it runs already, which is why the bot ended
        }
    }
}
