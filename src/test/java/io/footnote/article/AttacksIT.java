package io.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every attack on a process with little room. The lines it prints are the figures in docs/articles.md. */
class AttacksIT {
    /** The heap of the process, in MiB: what reading any document may take at the most. */
    private static final int ROOM = 256;

    /** Far longer than any attack takes, in seconds, so that a busy machine fails no test. */
    private static final long PATIENCE = 60;

    @Test
    void everyAttackCostsBoundedMemoryAndTime() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + ROOM + "m",
                "-cp",
                System.getProperty("java.class.path"),
                Attack.class.getName()));
        Stream.of(Attack.values()).map(Attack::name).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println("attack, outcome, milliseconds, MiB of heap:\n" + printed);
        assertThat(process.waitFor()).as(printed).isZero();
        List<String[]> lines = printed.lines()
                .filter(line -> line.matches("[A-Z_0-9]+ .*"))
                .map(line -> line.split(" +"))
                .toList();
        assertThat(lines).hasSize(Attack.values().length).allSatisfy(line -> {
            assertThat(line[1]).matches(Attack.valueOf(line[0]).mustBeRefused() ? "refused" : "refused|read");
            assertThat(Long.parseLong(line[2])).isLessThan(PATIENCE * 1000);
            assertThat(Integer.parseInt(line[3])).isLessThanOrEqualTo(ROOM);
        });
    }
}
