package io.plumbline.server.platform.outbound;

import io.plumbline.connector.api.TransportException;
import io.plumbline.connector.api.TransportException.Kind;
import io.plumbline.server.platform.outbound.NamingTrust.UntrustedCertificateException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** What went wrong on the way to one host, in words and by kind. */
final class TransportFailures {

    private final String target;

    /** @param target host and port, as a person knows them */
    TransportFailures(String target) {
        this.target = target;
    }

    TransportException beforeHead(IOException failure, Duration timeout) {
        Optional<GuardedSocketFactory.ForbiddenAddressException> forbidden =
                find(failure, GuardedSocketFactory.ForbiddenAddressException.class);
        if (forbidden.isPresent()) {
            return new TransportException(
                    Kind.FORBIDDEN, target + " " + forbidden.get().getMessage(), failure);
        }
        if (failure instanceof UnknownHostException unknown) {
            return new TransportException(Kind.UNRESOLVED, "no address is known for " + nameIn(unknown), failure);
        }
        if (failure instanceof InterruptedIOException) {
            return timedOut(timeout, failure);
        }
        Optional<UntrustedCertificateException> untrusted = find(failure, UntrustedCertificateException.class);
        if (untrusted.isPresent()) {
            return new TransportException(
                    Kind.TLS, target + " " + untrusted.get().getMessage(), failure);
        }
        if (failure instanceof SSLException && !hungUp(failure)) {
            return new TransportException(
                    Kind.TLS, "no trusted TLS connection to " + target + ": " + failure.getMessage(), failure);
        }
        return new TransportException(Kind.UNREACHABLE, unreachable(failure), failure);
    }

    private String unreachable(IOException failure) {
        return failure instanceof ConnectException
                ? target + " refused the connection or is out of reach"
                : target + " did not answer whole: " + failure.getMessage();
    }

    TransportException inBody(IOException failure, Duration timeout) {
        return failure instanceof InterruptedIOException slow
                ? new TransportException(
                        Kind.TIMED_OUT, "the reply of " + target + " paused for more than " + words(timeout), slow)
                : new TransportException(Kind.BROKEN_OFF, "the reply of " + target + " broke off", failure);
    }

    TransportException timedOut(Duration timeout, Throwable cause) {
        return new TransportException(Kind.TIMED_OUT, target + " did not answer within " + words(timeout), cause);
    }

    TransportException forbidden(String why) {
        return new TransportException(Kind.FORBIDDEN, why);
    }

    /** A handshake that ends because the other side hung up says nothing about certificates. */
    private static boolean hungUp(IOException tls) {
        return find(tls, EOFException.class).isPresent()
                || find(tls, SocketException.class).isPresent();
    }

    /** The resolver's message is the name, followed by what the platform adds. */
    private static String nameIn(UnknownHostException unknown) {
        return String.valueOf(unknown.getMessage()).replaceFirst(":.*", "");
    }

    private static String words(Duration timeout) {
        return timeout.toMillis() % 1_000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    }

    /** Looks at causes and, where several addresses were tried, at the failures of the others. */
    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return find(failure, type, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return Optional.empty();
        }
        if (type.isInstance(failure)) {
            return Optional.of(type.cast(failure));
        }
        for (Throwable other : failure.getSuppressed()) {
            Optional<T> found = find(other, type, seen);
            if (found.isPresent()) {
                return found;
            }
        }
        Throwable cause = failure.getCause();
        return cause == null ? Optional.empty() : find(cause, type, seen);
    }
}
