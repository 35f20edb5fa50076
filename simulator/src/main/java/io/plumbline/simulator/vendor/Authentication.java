package io.plumbline.simulator.vendor;

import io.plumbline.simulator.TenantOptions;
import io.plumbline.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checks the two kinds of API keys. */
final class Authentication {

    private final TenantOptions options;
    private final Behaviour behaviour;

    Authentication(TenantOptions options, Behaviour behaviour) {
        this.options = options;
        this.behaviour = behaviour;
    }

    boolean accepts(Request request) {
        var id = request.header("x-xdr-auth-id");
        if (id.equals(options.standardKeyId())) {
            return same(request.header("authorization"), options.standardKey());
        }
        return id.equals(options.advancedKeyId()) && acceptsAdvanced(request);
    }

    private boolean acceptsAdvanced(Request request) {
        var nonce = request.header("x-xdr-nonce");
        var timestamp = request.header("x-xdr-timestamp");
        // The tolerance is invented: the vendor says only that the time-stamp prevents replay.
        return !nonce.isEmpty()
                && withinTolerance(timestamp)
                && same(request.header("authorization"), sha256(options.advancedKey() + nonce + timestamp));
    }

    private boolean withinTolerance(String timestamp) {
        try {
            long skew = Math.abs(options.clock().millis() - Long.parseLong(timestamp));
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
