package io.plumbline.server.platform.secret;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.SecretKeyAccess;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** 32 bytes that seal every secret. */
final class MasterKey {

    static final int BYTES = 32;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Tells what this key has sealed from what others have: 31 bits of a digest, of no use to whoever would guess the other 256.
     * Never {@link KeyRing#NO_KEY}.
     */
    int id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("id of a master key".getBytes(StandardCharsets.US_ASCII));
            return Math.max(1, ByteBuffer.wrap(digest.digest(bytes)).getInt() & Integer.MAX_VALUE);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    static MasterKey random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /** @param source where it stands, to be named when it is malformed; the key itself is never repeated */
    static MasterKey parse(String base64, String source) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw malformed(source, "is not base64");
        }
        if (bytes.length != BYTES) {
            throw malformed(source, "holds " + bytes.length + " bytes instead of " + BYTES);
        }
        return new MasterKey(bytes);
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    static SecretKeyAccess access() {
        return InsecureSecretKeyAccess.get();
    }

    @Override
    public String toString() {
        return "(master key)";
    }

    private static StartRefusedException malformed(String source, String how) {
        return new StartRefusedException(
                "The master key in " + source + " " + how + ".",
                "Give the key that sealed this server's secrets; a new one is made by: openssl rand -base64 32");
    }
}
