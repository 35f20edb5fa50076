package io.plumbline.server.platform.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that look at the address they are about to connect to. Here and not where names are resolved, because this is
 * passed by every connection, whatever form its address was written in and whoever resolved it.
 */
final class GuardedSocketFactory extends SocketFactory {

    private final AddressRule rule;

    GuardedSocketFactory(AddressRule rule) {
        this.rule = rule;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(rule);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("connects unseen");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("connects unseen");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("connects unseen");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException("connects unseen");
    }

    /** Nothing was sent: the address is one that this host must not lead to. */
    static final class ForbiddenAddressException extends IOException {

        private static final long serialVersionUID = 1L;

        ForbiddenAddressException(InetAddress address) {
            super("leads to " + address.getHostAddress() + ", which connectors must not reach");
        }
    }

    private static final class GuardedSocket extends Socket {

        private final AddressRule rule;

        GuardedSocket(AddressRule rule) {
            super(Proxy.NO_PROXY); // a SOCKS proxy set for the whole process would connect behind our back
            this.rule = rule;
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress internet) || internet.isUnresolved()) {
                throw new IOException("not a resolved address: " + endpoint);
            }
            if (!rule.permits(internet.getAddress())) {
                throw new ForbiddenAddressException(internet.getAddress());
            }
            super.connect(endpoint, timeout);
        }
    }
}
