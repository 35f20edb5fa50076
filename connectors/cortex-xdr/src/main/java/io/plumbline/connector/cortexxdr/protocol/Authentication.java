package io.plumbline.connector.cortexxdr.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;

/** Makes the headers that prove a key; for an Advanced key new ones for every attempt. Safe for many threads. */
final class Authentication {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int NONCE_LENGTH = 64;

    private final ApiKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Authentication(ApiKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    Map<String, String> headers() {
        return switch (key.level()) {
            case STANDARD -> Map.of("x-xdr-auth-id", key.id(), "Authorization", key.secret());
            case ADVANCED -> advanced(nonce(), Long.toString(clock.millis()));
        };
    }

    private Map<String, String> advanced(String nonce, String timestamp) {
        return Map.of(
                "x-xdr-auth-id",
                key.id(),
                "x-xdr-nonce",
                nonce,
                "x-xdr-timestamp",
                timestamp,
                "Authorization",
                sha256(key.secret() + nonce + timestamp));
    }

    private String nonce() {
        StringBuilder nonce = new StringBuilder(NONCE_LENGTH);
        while (nonce.length() < NONCE_LENGTH) {
            nonce.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return nonce.toString();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
