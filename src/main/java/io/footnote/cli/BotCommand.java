package io.footnote.cli;

import io.footnote.Application;
import io.footnote.telegram.Bot;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bot}: serves readers in Telegram until the process is told to end. */
@Command(name = "bot", description = "Answer questions in Telegram until stopped with Ctrl-C or a signal.")
final class BotCommand implements Callable<Integer> {
    /** Longer than the bot needs to finish what is in work. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Application application;

    @Mixin
    private ArticleOptions articles = new ArticleOptions();

    BotCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Path folder = application.settings().dataDir();
        try (FileChannel channel = lockFile(folder);
                FileLock alone = channel.tryLock()) {
            if (alone == null) {
                throw new CommandException("Another bot is running on the data folder " + folder
                        + ": end it first, or set data-dir to another folder.");
            }
            runUntilTold(application.bot(articles.read(application)));
        } catch (IOException e) {
            throw new CommandException(
                    "The data folder " + folder + " cannot be used: check that it is a folder and that you may write"
                            + " there, or set data-dir to another.",
                    e);
        }
        return 0;
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
