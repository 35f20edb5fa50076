package io.plumbline.server.platform.secret;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals secrets with AES-256-GCM. What is sealed for one place opens only there, so a row copied onto another's does not
 * pass. Safe for many threads.
 */
public final class SecretBox {

    /** Marks what this key sealed, so that a later key can stand beside it. */
    private static final int FIRST_KEY = 1;

    private final Aead aead;

    SecretBox(MasterKey key) {
        this.aead = aeadOf(key);
    }

    /** @param place where it is kept, such as {@code 17/apiKey} for a connector's setting */
    public byte[] seal(String place, Secret secret) {
        try {
            return aead.encrypt(
                    secret.reveal().getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("could not seal the secret at " + place, failure);
        }
    }

    /**
     * @param place the one it was sealed for
     * @throws IllegalStateException when it was sealed for another place or with another key, or was changed
     */
    public Secret open(String place, byte[] ciphertext) {
        try {
            byte[] plain = aead.decrypt(ciphertext, place.getBytes(StandardCharsets.UTF_8));
            return Secret.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the secret at " + place + " does not open", failure);
        }
    }

    /** The keyset lives in memory only; on disk is nothing but the master key. */
    @AccessesPartialKey
    private static Aead aeadOf(MasterKey key) {
        try {
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(MasterKey.BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build();
            AesGcmKey aesKey = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key.bytes(), MasterKey.access()))
                    .setIdRequirement(FIRST_KEY)
                    .build();
            KeysetHandle.Builder.Entry entry =
                    KeysetHandle.importKey(aesKey).withFixedId(FIRST_KEY).makePrimary();
            return KeysetHandle.newBuilder().addEntry(entry).build().getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("this Java cannot do AES-256-GCM", failure);
        }
    }
}
