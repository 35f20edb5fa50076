package io.plumbline.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * One HTTP reply.
 *
 * @param contentEncoding what the header says, {@code ""} for no header
 * @param body the bytes as they go over the wire, but for chunking
 */
public record Response(int status, String contentType, String contentEncoding, Body body, Delivery delivery) {

    public static Response of(int status, String contentType, Body body) {
        return new Response(status, contentType, "", body, Delivery.WHOLE);
    }

    public static Response text(int status, String contentType, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(status, contentType, out -> out.write(bytes));
    }

    public Response withBody(Body other) {
        return new Response(status, contentType, contentEncoding, other, delivery);
    }

    public Response withDelivery(Delivery other) {
        return new Response(status, contentType, contentEncoding, body, other);
    }

    /** The same reply with its body compressed once more; the header stays as it is. */
    public Response gzipped() {
        return withBody(out -> {
            // Not closed: that would close the connection's stream with it.
            var gzip = new GZIPOutputStream(out, 8192);
            body.writeTo(gzip);
            gzip.finish();
        });
    }

    /** The same reply compressed for transport, with the header that says so. */
    public Response gzippedForTransport() {
        var zipped = gzipped();
        return new Response(status, contentType, "gzip", zipped.body, delivery);
    }

    /** The same reply with no more than so many bytes of its body. */
    public Response cutAfter(long bytes) {
        return withBody(out -> {
            var cut = new CutOutput(out, bytes);
            try {
                body.writeTo(cut);
            } catch (IOException e) {
                if (!cut.cut()) {
                    throw e;
                }
            }
        });
    }

    /** The body in memory: for small ones. */
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try {
            body.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
