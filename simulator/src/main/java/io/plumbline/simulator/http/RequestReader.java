package io.plumbline.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads requests off one connection. Not thread-safe. */
final class RequestReader {

    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_BODY = 64 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next request, or nothing where the client has closed the connection. */
    Optional<Request> next() throws IOException {
        var first = line();
        if (first == null) {
            return Optional.empty();
        }
        var parts = first.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new IOException("not an HTTP/1 request line");
        }
        var headers = headers();
        var body = body(headers);
        var target = parts[1].split("\\?", 2);
        var query = target.length == 2 ? target[1] : "";
        return Optional.of(new Request(parts[0], target[0], query, headers, new String(body, StandardCharsets.UTF_8)));
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = required(); !line.isEmpty(); line = required()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("a header without a colon");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunks();
        }
        return exactly(size(headers.getOrDefault("content-length", "0"), 10));
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        int size;
        while ((size = size(required().split(";", 2)[0].strip(), 16)) > 0) {
            all.writeBytes(exactly(size));
            required();
            if (all.size() > MAX_BODY) {
                throw new IOException("the request is too large");
            }
        }
        while (!required().isEmpty()) {
            // Trailers carry nothing that is used here.
        }
        return all.toByteArray();
    }

    private static int size(String text, int radix) throws IOException {
        try {
            int size = Integer.parseInt(text, radix);
            if (size >= 0 && size <= MAX_BODY) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw new IOException("a length that is no number", e);
        }
        throw new IOException("the request is too large");
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the request ended early");
        }
        return bytes;
    }

    private String required() throws IOException {
        var line = line();
        if (line == null) {
            throw new EOFException("the request ended early");
        }
        return line;
    }

    private @Nullable String line() throws IOException {
        var bytes = new ByteArrayOutputStream(128);
        int b;
        while ((b = in.read()) != '\n') {
            if (b < 0) {
                return null;
            }
            bytes.write(b);
            if (bytes.size() > MAX_LINE) {
                throw new IOException("a line is too long");
            }
        }
        var line = bytes.toString(StandardCharsets.UTF_8);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
