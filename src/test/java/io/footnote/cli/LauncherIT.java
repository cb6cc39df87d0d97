package io.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher: where it may be called from, which JDK it takes, and that it builds once. */
final class LauncherIT {
    @TempDir
    private Path temporary;

    private FootnoteProcess footnote() {
        return FootnoteProcess.on(temporary.resolve("data"));
    }

    private static Path script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A folder that looks like a JDK; its java tells what it was started with. */
    private Path jdk(String name, String version) throws IOException {
        Path jdk = temporary.resolve(name);
        if (Files.exists(jdk)) {
            return jdk;
        }
        script(jdk.resolve("bin/java"), "echo \"java of " + name + "\"\nfor last; do :; done; echo \"$last\"\n");
        script(jdk.resolve("bin/javac"), "echo javac " + version + "\n");
        Files.writeString(
                jdk.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
        return jdk;
    }

    /** A checkout small enough to build in no time, by a mvn that leaves a mark each time it is called. */
    private Path checkout(String mvn) throws IOException {
        Path checkout = Files.createDirectories(temporary.resolve("checkout"));
        Files.copy(FootnoteProcess.ROOT.resolve("footnote"), checkout.resolve("footnote"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.createDirectories(checkout.resolve("src/main"));
        script(temporary.resolve("bin/mvn"), "echo called >> '" + temporary.resolve("calls") + "'\n" + mvn + "\n");
        return checkout;
    }

    private FootnoteProcess inCheckout(Path checkout) throws IOException {
        return footnote()
                .launcher(checkout.resolve("footnote").toString())
                .with("JAVA_HOME", jdk("jdk-of-tomorrow", "99.0.1"))
                .with("PATH", temporary.resolve("bin") + ":" + System.getenv("PATH"));
    }

    @Test
    void startsFromAnotherFolderAndThroughLinks() throws Exception {
        Path links = Files.createDirectories(temporary.resolve("links"));
        Path link = Files.createSymbolicLink(
                links.resolve("footnote"), links.toRealPath().relativize(FootnoteProcess.ROOT.resolve("footnote")));
        Path second = Files.createSymbolicLink(temporary.resolve("fn"), link);
        Path article = Files.writeString(temporary.resolve("here.txt"), "Nine ships came.");
        FootnoteProcess.Outcome outcome = footnote()
                .launcher(second.toString())
                .from(temporary)
                .run("sentences", article.getFileName().toString())
                .succeeds();
        assertThat(outcome.out()).contains("Nine ships came.");
        footnote().launcher("./fn").from(temporary).run("--version").succeeds();
    }

    @Test
    void takesTheNewestJdkWhateverJavaHomeSays() throws Exception {
        Path old = jdk("jdk-17", "17.0.15");
        FootnoteProcess.Outcome outcome =
                footnote().with("JAVA_HOME", old).run("--version").succeeds();
        assertThat(outcome.out()).startsWith("footnote ");
        assertThat(footnote()
                        .with("JAVA_HOME", temporary.resolve("nowhere"))
                        .run("--version")
                        .status())
                .isZero();
        assertThat(footnote()
                        .with("JAVA_HOME", jdk("jdk-99", "99-ea"))
                        .run("--version")
                        .succeeds()
                        .out())
                .isEqualTo("java of jdk-99\n--version\n");
    }

    @Test
    void namesTheJdkItFoundWhenNoneIsNewEnough() throws Exception {
        List<String> hidden =
                List.of("unshare", "-m", "sh", "-c", "mount -t tmpfs tmpfs /usr/lib/jvm && exec \"$@\"", "-");
        List<String> probe = new ArrayList<>(hidden);
        probe.add("true");
        assumeTrue(
                FootnoteProcess.isRoot() && FootnoteProcess.succeeds(probe),
                "only root can hide the JDKs of this machine");
        List<String> command = new ArrayList<>(hidden);
        command.add(FootnoteProcess.ROOT.resolve("footnote").toString());
        String[] launcher = command.toArray(String[]::new);

        FootnoteProcess.Outcome none =
                footnote().launcher(launcher).with("PATH", "/usr/bin:/bin").run("--version");
        none.fails(1, "found no JDK, but JDK 21 or newer is needed");
        for (String version : List.of("1.8.0_392", "17.0.15", "20")) {
            Path old = jdk("jdk-" + version, version);
            footnote()
                    .launcher(launcher)
                    .with("PATH", "/usr/bin:/bin")
                    .with("JAVA_HOME", old)
                    .run("--version")
                    .fails(
                            1,
                            "found JDK " + version.replaceFirst("^1\\.", "").replaceFirst("\\D.*", "") + " in " + old);
        }
    }

    @Test
    void twoFirstCallsBuildOnceAndALaterOneNotAtAll() throws Exception {
        Path checkout = checkout("sleep 1; mkdir -p \"${4%/*}/target\"; touch \"${4%/*}/target/footnote.jar\"");
        Files.createDirectories(checkout.resolve("target"));
        // What a build that was killed leaves behind; no process has so high a number.
        Files.createSymbolicLink(checkout.resolve("target/.building"), Path.of("99999999"));
        List<FootnoteProcess.Running> running = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            running.add(inCheckout(checkout).start("ask"));
        }
        for (FootnoteProcess.Running one : running) {
            assertThat(one.await().succeeds().out()).isEqualTo("java of jdk-of-tomorrow\nask\n");
        }
        inCheckout(checkout).run("ask").succeeds();
        assertThat(Files.readAllLines(temporary.resolve("calls"))).hasSize(1);
        assertThat(Files.isSymbolicLink(checkout.resolve("target/.building"))).isFalse();
    }

    @Test
    void aBuildThatFailsIsToldAndTriedAgain() throws Exception {
        Path checkout = checkout("echo 'no such dependency'; exit 1");
        for (int calls = 1; calls <= 2; calls++) {
            FootnoteProcess.Outcome outcome = inCheckout(checkout).run("ask");
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).contains("no such dependency", "the build failed; what Maven said stands above.");
            assertThat(Files.readAllLines(temporary.resolve("calls"))).hasSize(calls);
        }
    }
}
