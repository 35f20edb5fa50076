package io.plumbline.connector.cortexxdr;

import io.plumbline.connector.api.HttpCall;
import io.plumbline.connector.api.HttpReply;
import io.plumbline.connector.api.HttpTransport;
import io.plumbline.connector.api.TransportException;
import io.plumbline.connector.api.TransportException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replies that a tenant once gave, path by path in their order; the last of a path again and again. Used by one reader at a time. */
final class Replay implements HttpTransport {

    /** One reply: a status of 200 and what was in its body, as it came, a letter to a byte. */
    record Reply(String path, String latin) {

        Reply(String path, byte[] body) {
            this(path, new String(body, StandardCharsets.ISO_8859_1));
        }

        byte[] body() {
            return latin.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final Map<String, List<Reply>> byPath = new LinkedHashMap<>();
    private final Map<String, Integer> next = new HashMap<>();

    Replay(List<Reply> replies) {
        replies.forEach(reply ->
                byPath.computeIfAbsent(reply.path(), _ -> new ArrayList<>()).add(reply));
    }

    /** Passes calls on and keeps what came back. */
    static HttpTransport recording(HttpTransport real, List<Reply> replies) {
        return call -> {
            try (HttpReply reply = real.send(call)) {
                byte[] body = reply.body().readAllBytes();
                replies.add(new Reply(call.uri().getPath(), body));
                return new Played(body);
            } catch (TransportException failure) {
                throw failure;
            } catch (IOException failure) {
                throw new TransportException(Kind.BROKEN_OFF, "the body broke off", failure);
            }
        };
    }

    @Override
    public HttpReply send(HttpCall call) throws TransportException {
        String path = call.uri().getPath();
        List<Reply> replies = byPath.get(path);
        if (replies == null) {
            throw new TransportException(Kind.UNREACHABLE, "nothing was recorded for " + path);
        }
        int turn = next.merge(path, 1, Integer::sum);
        return new Played(replies.get(Math.min(turn, replies.size()) - 1).body());
    }

    private static final class Played implements HttpReply {

        private final byte[] bytes;

        Played(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int status() {
            return 200;
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void close() {}
    }
}
