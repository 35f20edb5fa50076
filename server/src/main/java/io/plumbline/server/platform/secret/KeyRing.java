package io.plumbline.server.platform.secret;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * AES-256-GCM with each of some keys. What is sealed begins with the id of its key, as Tink writes it: a byte 1, then four of the
 * id. Immutable, safe for many threads.
 */
final class KeyRing {

    /** The id of no key. */
    static final int NO_KEY = 0;

    private static final byte OF_TINK = 1;
    private static final int PREFIX_BYTES = 5;

    private final Map<Integer, Aead> byId;

    KeyRing(MasterKeys keys) {
        this.byId = keys.all().stream()
                .collect(Collectors.toUnmodifiableMap(MasterKey::id, KeyRing::aeadOf, (one, same) -> one));
    }

    private KeyRing(Map<Integer, Aead> byId) {
        this.byId = Map.copyOf(byId);
    }

    /** With some more keys. */
    KeyRing with(KeyRing more) {
        Map<Integer, Aead> all = new HashMap<>(byId);
        all.putAll(more.byId);
        return new KeyRing(all);
    }

    boolean has(int id) {
        return byId.containsKey(id);
    }

    /** The id of the key that sealed something; {@link #NO_KEY} where it is nothing sealed. */
    static int idOf(byte[] sealed) {
        return sealed.length > PREFIX_BYTES && sealed[0] == OF_TINK
                ? ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt()
                : NO_KEY;
    }

    /** @throws MasterKeyMissing where the key is not here */
    byte[] seal(int id, String place, Secret secret) {
        Aead aead = byId.get(id);
        if (aead == null) {
            throw new MasterKeyMissing();
        }
        try {
            return aead.encrypt(utf8(secret.reveal()), utf8(place));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("could not seal the secret at " + place, failure);
        }
    }

    /** @throws UnreadableSecretException where it was sealed for another place or with a key that is not here, or was changed */
    Secret open(String place, byte[] sealed) {
        Aead aead = byId.get(idOf(sealed));
        if (aead == null) {
            throw new UnreadableSecretException(place, new GeneralSecurityException("its key is not here"));
        }
        try {
            return Secret.of(new String(aead.decrypt(sealed, utf8(place)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException failure) {
            throw new UnreadableSecretException(place, failure);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
                    .setIdRequirement(key.id())
                    .build();
            KeysetHandle.Builder.Entry entry =
                    KeysetHandle.importKey(aesKey).withFixedId(key.id()).makePrimary();
            return KeysetHandle.newBuilder().addEntry(entry).build().getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("this Java cannot do AES-256-GCM", failure);
        }
    }
}
