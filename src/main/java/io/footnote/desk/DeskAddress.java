package io.footnote.desk;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where the desk listens and how moderators reach it. Immutable.
 *
 * @param port from 0 to 65535; 0 takes any free one
 * @param bind the address to listen on
 * @param publicUrl how moderators reach it, or null for the bound address
 * @param behindProxy whether a proxy in front, which speaks TLS, says who calls
 * @param readingPages whether articles can be read by everybody
 */
public record DeskAddress(int port, String bind, @Nullable URI publicUrl, boolean behindProxy, boolean readingPages) {

    /** @throws DeskException when strangers could listen in: a public address and no proxy that encrypts */
    public DeskAddress {
        if (!behindProxy && !loopback(bind)) {
            throw new DeskException("desk.bind " + bind + " is an address that others can reach, and the desk does not"
                    + " encrypt by itself: bind it to 127.0.0.1, or put a proxy with TLS in front and set"
                    + " desk.behind-proxy to true.");
        }
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new DeskException("desk.bind " + host + " is no address of this machine: use 127.0.0.1.", e);
        }
    }

    /** Whether browsers reach it by an encrypted connection, so that cookies may insist on one. */
    boolean encrypted() {
        return behindProxy || (publicUrl != null && "https".equals(publicUrl.getScheme()));
    }

    /** The address of the first page, without a slash at the end. @param actualPort the port that was taken */
    String url(int actualPort) {
        if (publicUrl != null) {
            return publicUrl.toString().replaceAll("/+$", "");
        }
        return "http://" + (bind.contains(":") ? "[" + bind + "]" : bind) + ":" + actualPort;
    }
}
