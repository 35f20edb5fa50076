package io.plumbline.simulator.vendor;

import io.plumbline.simulator.http.Request;
import io.plumbline.simulator.http.Response;
import java.util.function.UnaryOperator;

/**
 * A reply before compression.
 *
 * @param streamGzip whether the content itself is to be compressed, before transport may do so once more
 * @param transportGzip whether transport compresses it for a client that accepts that
 */
record Reply(Response content, boolean streamGzip, boolean transportGzip) {

    static Reply plain(Response content) {
        return new Reply(content, false, content.status() == 200);
    }

    Reply map(UnaryOperator<Response> change) {
        return new Reply(change.apply(content), streamGzip, transportGzip);
    }

    Response packed(Request request) {
        var inner = streamGzip ? content.gzipped() : content;
        return transportGzip && request.acceptsGzip() ? inner.gzippedForTransport() : inner;
    }
}
