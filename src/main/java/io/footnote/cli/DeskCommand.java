package io.footnote.cli;

import io.footnote.Application;
import io.footnote.desk.Desk;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Parameters;

/** {@code desk}: the moderators' web pages without the bot, until the process is told to end. */
@Command(
        name = "desk",
        description = "Serve the moderators' pages until stopped with Ctrl-C or a signal.",
        synopsisSubcommandLabel = "[link]",
        subcommands = HelpCommand.class)
final class DeskCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;

    DeskCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (application.settings().moderators().isEmpty()
                && application.settings().administrators().isEmpty()) {
            throw new CommandException(
                    "Nobody may sign in at the desk: list Telegram user ids under moderators or" + " administrators.");
        }
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            told.countDown();
            BotCommand.await(ended);
        }));
        try (Desk desk = application.desk()) {
            terminal.note("the desk is at " + desk.start() + "; footnote desk link USER makes a link to sign in.");
            told.await();
        } finally {
            ended.countDown();
        }
        return 0;
    }

    @Command(name = "link", description = "Print a link that signs a listed moderator in once, within five minutes.")
    int link(@Parameters(paramLabel = "USER", description = "The moderator's Telegram user id.") long user) {
        try (Desk desk = application.desk()) {
            terminal.out().println(desk.link(user));
        }
        return 0;
    }
}
