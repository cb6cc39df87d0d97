package io.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage, help and version; none of it needs or makes a data folder. */
final class UsageIT {
    @TempDir
    private static Path temporary;

    private static FootnoteProcess footnote() {
        return FootnoteProcess.on(temporary.resolve("data"));
    }

    private static FootnoteHere here() {
        return FootnoteHere.on(temporary.resolve("data"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                   | Say which command to run. See: footnote --help",
                "answer               | There is no command 'answer'. See: footnote --help",
                "log burn             | There is no command 'burn'. See: footnote log --help",
                "sentences a b        | Nothing is expected where 'b' stands. See: footnote sentences --help",
                "ask                  | Missing required parameter: 'QUESTION'. See: footnote ask --help",
                "ask --loud who       | Unknown option: '--loud'. See: footnote ask --help",
                "sentences            | Missing required parameter: 'FILE'. See: footnote sentences --help",
                "verify               | Missing required option: '--jsonl=FILE'. See: footnote verify --help",
                "eval --json          | Name at least one data set. See: footnote eval --help",
                "log                  | Say what to do: list, show, export, stats, quiz or purge. See: footnote log"
                        + " --help",
                "log show             | Missing required parameter: 'ID'. See: footnote log show --help",
                "log list --limit 0   | --limit must be 1 to 1000, got 0. See: footnote log --help",
                "log list --limit ten | 'ten' is not an int. See: footnote log list --help",
            })
    void wrongUsageIsToldInOneSentence(String line, String expected) throws Exception {
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
        here().run(arguments).fails(2, expected);
        assertThat(temporary.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ask",
                "chat",
                "sentences",
                "verify",
                "mutations",
                "eval",
                "log",
                "log list",
                "log show",
                "log stats",
                "log quiz",
                "doctor"
            })
    void everyCommandHasHelp(String command) throws Exception {
        String[] arguments = (command + " --help").strip().split(" ");
        FootnoteProcess.Outcome outcome = here().run(arguments).succeeds();
        assertThat(outcome.out()).startsWith("Usage: footnote" + (command.isEmpty() ? "" : " " + command));
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aProcessThatWasStartedWronglyEndsWithTheStatusOfWrongUsage() throws Exception {
        footnote().run("answer").fails(2, "There is no command 'answer'. See: footnote --help");
    }

    @Test
    void theVersionIsPrinted() throws Exception {
        FootnoteProcess.Outcome outcome = footnote().run("--version").succeeds();
        assertThat(outcome.out()).matches("footnote \\d+\\.\\d+\\.\\d+\\S*\\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aDataSetThatIsNotThereIsTold() throws Exception {
        for (List<String> command : List.of(List.of("verify", "--jsonl"), List.of("eval"))) {
            here().run(command.getFirst(), command.getLast().replace("eval", "--json"), "nowhere.jsonl")
                    .fails(1, "nowhere.jsonl does not exist");
        }
    }
}
