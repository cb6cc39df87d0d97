package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimVerificationTest {
    private final ClaimVerification verification =
            new ClaimVerification(TinySystem.system().judge());
    private final StringWriter written = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void writesALineForEveryClaimInOrder() throws IOException {
        Path file = write("{\"id\":\"b\",\"claim\":\"No.\",\"evidence\":\"Yes.\"}\n"
                + "{\"id\":\"a\",\"claim\":\"Yes.\",\"evidence\":\"Yes.\",\"label\":\"whatever\"}\n");

        assertThat(verification.verify(file, written)).isEqualTo(2);

        assertThat(written.toString())
                .isEqualTo("{\"id\":\"b\",\"score\":0.25,\"verdict\":\"not_enough_info\","
                        + "\"reasons\":[\"it reads \\\"differently\\\"\"]}\n"
                        + "{\"id\":\"a\",\"score\":1.0,\"verdict\":\"supported\",\"reasons\":[]}\n");
    }

    @Test
    void saysWhichLineIsBadAfterWritingThoseBefore() throws IOException {
        Path file =
                write("{\"id\":\"a\",\"claim\":\"Yes.\",\"evidence\":\"Yes.\"}\n{\"id\":\"b\",\"claim\":\"Yes.\"}\n");

        assertThatThrownBy(() -> verification.verify(file, written))
                .isInstanceOf(DataSetException.class)
                .hasMessage(file + ", line 2: \"evidence\" is missing: give it as text.");
        assertThat(written.toString().lines()).hasSize(1);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path file = write("\n");

        assertThatThrownBy(() -> verification.verify(file, written))
                .hasMessage(file + " is empty: give at least one line {\"id\",\"claim\",\"evidence\"}.");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("claims.jsonl"), content);
    }
}
