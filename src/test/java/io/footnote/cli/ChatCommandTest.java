package io.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jline.reader.LineReader;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the keyboard gives. */
final class ChatCommandTest {
    @TempDir
    private static Path temporary;

    @Test
    void aQuestionIsTakenAsItWasTyped() throws Exception {
        String typed = "Who called?\nWho said \"hi!!\" and C:\\path?\nDid he shout 'Stop!now'?\n";
        // stays open, as a keyboard does
        PipedOutputStream fingers = new PipedOutputStream();
        PipedInputStream keyboard = new PipedInputStream(fingers);
        fingers.write(typed.getBytes(StandardCharsets.UTF_8));
        try (org.jline.terminal.Terminal console = TerminalBuilder.builder()
                .system(false)
                .type("dumb")
                .streams(keyboard, new ByteArrayOutputStream())
                .build()) {
            LineReader reader = ChatCommand.reader(console, temporary.resolve("history"));
            assertThat(ChatCommand.read(reader)).hasValue("Who called?");
            assertThat(ChatCommand.read(reader)).hasValue("Who said \"hi!!\" and C:\\path?");
            assertThat(ChatCommand.read(reader)).hasValue("Did he shout 'Stop!now'?");
        }
    }
}
