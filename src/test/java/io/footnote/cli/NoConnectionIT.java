package io.footnote.cli;

import static io.footnote.cli.FootnoteProcess.ANSWER;
import static io.footnote.cli.FootnoteProcess.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing phones home: whatever would go out would go through the proxies set here. */
final class NoConnectionIT {
    @TempDir
    private Path temporary;

    @Test
    void askingTriesNoConnectionAndLeavesNothingInTheHomeFolder() throws Exception {
        Path home = Files.createDirectories(temporary.resolve("home"));
        try (ServerSocket proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String host = proxy.getInetAddress().getHostAddress();
            String address = "http://" + host + ":" + proxy.getLocalPort();
            FootnoteProcess.Outcome outcome = FootnoteProcess.on(temporary.resolve("data"))
                    .with("HOME", home)
                    .with("JAVA_TOOL_OPTIONS", proxies(host, proxy.getLocalPort()) + " -Duser.home=" + home)
                    .with("http_proxy", address)
                    .with("https_proxy", address)
                    .with("ALL_PROXY", address)
                    .run("ask", QUESTION)
                    .succeeds();
            assertThat(outcome.out()).contains(ANSWER);
            assertThat(outcome.err()).startsWith("Picked up JAVA_TOOL_OPTIONS: -Dhttp.proxyHost=");
            assertThat(connectedTo(proxy)).isFalse();
        }
        try (Stream<Path> left = Files.walk(home)) {
            assertThat(left).containsExactly(home);
        }
    }

    private static String proxies(String host, int port) {
        StringBuilder options = new StringBuilder();
        for (String kind : new String[] {"http.proxy", "https.proxy", "socksProxy"}) {
            options.append(" -D").append(kind).append("Host=").append(host);
            options.append(" -D").append(kind).append("Port=").append(port);
        }
        return options.append(" -Dhttp.nonProxyHosts= -DsocksNonProxyHosts=")
                .toString()
                .strip();
    }

    /** The system keeps connections that nobody has accepted yet, so asking afterwards is soon enough. */
    private static boolean connectedTo(ServerSocket server) throws IOException {
        server.setSoTimeout(1);
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** The encoder's native run time reports its use from some versions on; no proxy setting of Java would show it. */
    @Test
    void theEncodersRunTimeKnowsNoAddressToReportTo() throws Exception {
        for (String library : new String[] {"linux-x64/libonnxruntime.so", "linux-aarch64/libonnxruntime.so"}) {
            byte[] bytes;
            try (InputStream stream = getClass().getResourceAsStream("/ai/onnxruntime/native/" + library)) {
                assertThat(stream).isNotNull();
                bytes = stream.readAllBytes();
            }
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1).contains("events.data.microsoft.com"))
                    .as(library)
                    .isFalse();
        }
    }
}
