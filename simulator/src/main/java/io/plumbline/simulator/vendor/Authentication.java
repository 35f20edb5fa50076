package io.plumbline.simulator.vendor;

import io.plumbline.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;

/** Checks the two kinds of API keys. */
final class Authentication {

    private final Keys keys;
    private final Behaviour behaviour;
    private final Clock clock;

    Authentication(Keys keys, Behaviour behaviour, Clock clock) {
        this.keys = keys;
        this.behaviour = behaviour;
        this.clock = clock;
    }

    boolean accepts(Request request) {
        return keys.byId(request.header("x-xdr-auth-id"))
                .filter(key -> switch (key.level()) {
                    case STANDARD -> same(request.header("authorization"), key.secret());
                    case ADVANCED -> acceptsAdvanced(request, key.secret());
                })
                .isPresent();
    }

    private boolean acceptsAdvanced(Request request, String secret) {
        var nonce = request.header("x-xdr-nonce");
        var timestamp = request.header("x-xdr-timestamp");
        // The tolerance is invented: the vendor says only that the time-stamp prevents replay.
        return !nonce.isEmpty()
                && withinTolerance(timestamp)
                && same(request.header("authorization"), sha256(secret + nonce + timestamp));
    }

    private boolean withinTolerance(String timestamp) {
        try {
            long skew = Math.abs(clock.millis() - Long.parseLong(timestamp));
            return skew <= behaviour.clockTolerance().toMillis();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
