package io.footnote.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code article}: its subcommands do the work. */
@Command(name = "article", description = "Articles: what would be taken from documents.")
final class ArticleCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with articles");
    }

    /** The command with its subcommands. */
    static CommandLine with(Object... subcommands) {
        CommandLine line = new CommandLine(new ArticleCommand());
        for (Object subcommand : subcommands) {
            line.addSubcommand(subcommand);
        }
        return line;
    }
}
