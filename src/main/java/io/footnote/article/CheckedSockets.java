package io.footnote.article;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * Makes sockets that look at the address they are to connect to, at the moment they do: whatever a name resolved to
 * before, and whatever way led there, nothing else is connected to. Immutable and safe for any number of threads.
 */
final class CheckedSockets extends SocketFactory {
    private final Predicate<InetAddress> allowed;

    /** @param allowed says which addresses may be connected to */
    CheckedSockets(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /** Says that an address may not be connected to. */
    static final class ForbiddenAddress extends IOException {
        private static final long serialVersionUID = 1L;

        ForbiddenAddress() {
            super("the address is not on the public internet");
        }
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                if (!(endpoint instanceof InetSocketAddress address)
                        || address.isUnresolved()
                        || !allowed.test(address.getAddress())) {
                    throw new ForbiddenAddress();
                }
                super.connect(endpoint, timeout);
            }

            @Override
            public void connect(SocketAddress endpoint) throws IOException {
                connect(endpoint, 0);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }
}
