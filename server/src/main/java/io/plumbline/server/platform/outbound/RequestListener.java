package io.plumbline.server.platform.outbound;

import io.plumbline.connector.api.HttpReply;
import io.plumbline.connector.api.HttpTransport;
import io.plumbline.connector.api.TransportException;
import java.util.Locale;

/** Hears what became of each request to a vendor. Called by many threads. */
@FunctionalInterface
interface RequestListener {

    /** @param outcome the reply's status, or what kept it from coming, such as {@code timed_out} */
    void ended(String host, String outcome);

    default HttpTransport listening(HttpTransport transport, String host) {
        return call -> {
            try {
                HttpReply reply = transport.send(call);
                ended(host, Integer.toString(reply.status()));
                return reply;
            } catch (TransportException failure) {
                ended(host, failure.kind().name().toLowerCase(Locale.ROOT));
                throw failure;
            }
        };
    }
}
