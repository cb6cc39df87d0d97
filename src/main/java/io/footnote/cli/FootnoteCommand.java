package io.footnote.cli;

import io.footnote.Application;
import io.footnote.SettingsException;
import io.footnote.answer.QuestionException;
import io.footnote.article.ArticleException;
import io.footnote.desk.DeskException;
import io.footnote.evaluation.DataSetException;
import io.footnote.language.EncoderException;
import io.footnote.language.EntailmentException;
import io.footnote.model.PromptException;
import io.footnote.retrieval.RetrievalException;
import io.footnote.storage.StorageException;
import io.footnote.telegram.BotException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program's commands, the exit status of each, and what a person is told when one fails. */
@Command(
        name = "footnote",
        description = "Answers questions about an article and shows, for every sentence, the one that supports it.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = FootnoteCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit status: 0 done (an abstention is a result), 1 failed, 2 wrong usage."})
public final class FootnoteCommand {
    /** Failures whose message is a sentence for the person at the terminal. */
    private static final Set<Class<? extends RuntimeException>> EXPLAINED = Set.of(
            ArticleException.class,
            RetrievalException.class,
            StorageException.class,
            EncoderException.class,
            EntailmentException.class,
            DataSetException.class,
            PromptException.class,
            BotException.class,
            DeskException.class,
            CommandException.class);

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show what happens, and stack traces.")
    private boolean verbose;

    private FootnoteCommand() {}

    /**
     * Runs one command.
     *
     * @param out takes results and nothing else
     * @param err takes everything else
     * @return the exit status
     */
    public static int run(Application application, PrintWriter out, PrintWriter err, String... arguments) {
        FootnoteCommand root = new FootnoteCommand();
        CommandLine line = new CommandLine(root);
        Terminal terminal = new Terminal(out, err, System.console() != null && !"dumb".equals(System.getenv("TERM")));
        for (Object command : List.of(
                new AskCommand(application, terminal),
                new ChatCommand(application, terminal),
                new BotCommand(application, terminal),
                ArticleCommand.with(
                        application,
                        terminal,
                        new AddCommand(application, terminal),
                        new ExtractCommand(application, terminal),
                        new WatchCommand(application, terminal)),
                new DeskCommand(application, terminal),
                new SentencesCommand(application, terminal),
                new SummaryCommand(application, terminal),
                new TimelineCommand(application, terminal),
                new QuizCommand(application, terminal),
                new VerifyCommand(application, terminal),
                new MutationsCommand(application, terminal),
                new EvalCommand(application, terminal),
                new TrainCommand(application, terminal),
                BenchCommand.with(application, terminal),
                new LogCommand(application, terminal),
                new DoctorCommand(application, terminal))) {
            line.addSubcommand(command);
        }
        Converters.register(line);
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler((exception, given) -> wrongUsage(exception, err));
        line.setExecutionExceptionHandler(
                (exception, command, parsed) -> root.failed(exception, command.getCommandName(), err));
        line.setExecutionStrategy(parsed -> {
            Logging.configure(root.verbose);
            return parsed.subcommand() == null && !helpAsked(parsed)
                    ? wrongUsage(new CommandLine.ParameterException(line, "Say which command to run"), err)
                    : new CommandLine.RunLast().execute(parsed);
        });
        try {
            return line.execute(arguments);
        } catch (Error e) {
            // Such as a library that the machine cannot load; picocli passes on only exceptions.
            return root.failed(e, line.getCommandName(), err);
        }
    }

    private static boolean helpAsked(CommandLine.ParseResult parsed) {
        return parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
    }

    private static int wrongUsage(CommandLine.ParameterException exception, PrintWriter err) {
        CommandLine command = exception.getCommandLine();
        String message = exception instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched(unmatched, command)
                : messageOf(exception);
        err.println("footnote: " + sentence(message) + " See: "
                + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static String unmatched(CommandLine.UnmatchedArgumentException exception, CommandLine command) {
        String first = exception.getUnmatched().getFirst();
        if (exception.isUnknownOption()) {
            return messageOf(exception);
        }
        return command.getSubcommands().isEmpty()
                ? "Nothing is expected where '" + first + "' stands"
                : "There is no command '" + first + "'";
    }

    private int failed(Throwable thrown, String command, PrintWriter err) {
        if (verbose) {
            thrown.printStackTrace(err);
        }
        if (thrown instanceof SettingsException settings) {
            settings.problems().forEach(problem -> err.println("footnote: " + problem));
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (thrown instanceof QuestionException) {
            err.println("footnote: " + sentence(messageOf(thrown)));
            return CommandLine.ExitCode.USAGE;
        }
        if (EXPLAINED.contains(thrown.getClass())) {
            err.println("footnote: " + sentence(messageOf(thrown)));
        } else {
            err.println("footnote: " + command + " failed in a way nobody foresaw ("
                    + thrown.getClass().getSimpleName()
                    + "); run it again with --verbose and report what it prints.");
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String sentence(String message) {
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    /** What an exception says, or what it is where it says nothing. */
    static String messageOf(Throwable exception) {
        String message = exception.getMessage();
        return message == null ? exception.toString() : message;
    }

    /** Reads the version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = FootnoteCommand.class.getPackage().getImplementationVersion();
            return new String[] {"footnote " + (version == null ? "(not packaged)" : version)};
        }
    }
}
