package io.footnote.cli;

import static io.footnote.cli.FootnoteProcess.ANSWER;
import static io.footnote.cli.FootnoteProcess.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation through a pipe: answers alone on standard output. */
final class ChatIT {
    private static final String FOLLOW_UP = "And who initiated the call on Friday?";

    @TempDir
    private static Path temporary;

    @Test
    void everyLineIsRespondedToUntilTheEnd() throws Exception {
        FootnoteProcess footnote = FootnoteProcess.on(temporary.resolve("data"))
                .input(String.join(
                        "\n",
                        "/source 1",
                        "",
                        QUESTION,
                        "   ",
                        "/source 1",
                        "/source 9",
                        "/source",
                        "/weather",
                        "😀",
                        FOLLOW_UP,
                        "/new",
                        "/source 1"));
        FootnoteProcess.Outcome outcome = footnote.run("chat").succeeds();

        assertThat(outcome.out())
                .startsWith("US officials say")
                .contains(ANSWER)
                .containsPattern("(?m)^>  13 US officials say")
                .containsPattern("(?m)^   12 ")
                .containsPattern("(?m)^   14 ")
                .contains("It was Russia that initiated Friday morning's call. [1]")
                .doesNotContain("? ", "footnote:");
        assertThat(outcome.err().lines())
                .allMatch(line -> line.startsWith("footnote: "))
                .anyMatch(line -> line.startsWith("footnote: asking about With Syria strategy"))
                .anyMatch(line -> line.endsWith("the last answer has sources 1 to 1, not \"9\"."))
                .anyMatch(line -> line.endsWith("the last answer has sources 1 to 1, not \"\"."))
                .anyMatch(line -> line.endsWith("The question has no words in it: ask one in words."))
                .anyMatch(line -> line.endsWith("what was said before is forgotten."));
        assertThat(outcome.err().lines().filter(line -> line.contains("no answer with sources yet")))
                .hasSize(2);
        assertThat(outcome.err().lines().filter(line -> line.startsWith("footnote: /source N shows")))
                .hasSize(1);

        assertThat(FootnoteProcess.on(temporary.resolve("data"))
                        .run("log", "list", "--json")
                        .succeeds()
                        .jsonLines())
                .extracting(entry -> entry.get("question").asText())
                .containsExactly(FOLLOW_UP, QUESTION);
    }

    @Test
    void nothingIsAskedAfterQuit() throws Exception {
        FootnoteProcess.Outcome outcome = FootnoteProcess.on(temporary.resolve("quit"))
                .input("/quit\n" + QUESTION + "\n")
                .run("chat")
                .succeeds();
        assertThat(outcome.out()).isEmpty();
    }
}
