package io.plumbline.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes replies to one connection, whole or broken as their delivery says. Not thread-safe. */
final class ResponseWriter {

    private final OutputStream out;
    private final Clock clock;

    ResponseWriter(OutputStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Whether the connection may serve another request afterwards. */
    boolean write(Response response) throws IOException {
        return switch (response.delivery()) {
            case Delivery.Whole() -> {
                head(response, "Transfer-Encoding: chunked");
                var chunks = new ChunkedOutput(out);
                response.body().writeTo(chunks);
                chunks.finish();
                yield true;
            }
            case Delivery.Drip(Duration interval) -> {
                drip(response, interval);
                yield true;
            }
            case Delivery.Truncate(long bytes, boolean chunked) -> {
                truncate(response, bytes, chunked);
                yield false;
            }
            case Delivery.Reset() -> false;
        };
    }

    private void drip(Response response, Duration interval) throws IOException {
        head(response, "Content-Length: " + Measure.of(response.body()).size());
        out.flush();
        response.body().writeTo(new DripOutput(out, interval));
    }

    private void truncate(Response response, long limit, boolean chunked) throws IOException {
        var cut = response.cutAfter(limit).body();
        if (chunked) {
            head(response, "Transfer-Encoding: chunked");
            var chunks = new ChunkedOutput(out);
            cut.writeTo(chunks);
            chunks.flushChunk();
        } else {
            // One byte more than there is, so that a body shorter than the cut is cut all the same.
            long size = Measure.of(response.body()).size();
            head(response, "Content-Length: " + Math.max(size, Math.min(limit, size) + 1));
            cut.writeTo(out);
        }
        out.flush();
    }

    private void head(Response response, String length) throws IOException {
        var head = new StringBuilder(160)
                .append("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(reason(response.status()))
                .append("\r\nDate: ")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .append("\r\nContent-Type: ")
                .append(response.contentType())
                .append("\r\n");
        if (!response.contentEncoding().isEmpty()) {
            head.append("Content-Encoding: ").append(response.contentEncoding()).append("\r\n");
        }
        head.append(length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String reason(int status) {
        return status < 300 ? "OK" : status < 400 ? "Elsewhere" : "Refused";
    }
}
