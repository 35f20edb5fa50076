package io.plumbline.server.platform.secret;

import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Seals secrets. What is sealed for one place opens only there, so a row copied onto another's does not pass. Keys may be changed
 * while it is in use ({@link KeyRotation}): one that it does not know is looked for where keys come from. Safe for many threads.
 */
public final class SecretBox {

    private final Supplier<MasterKeys> source;
    private final IntSupplier current;
    private volatile KeyRing ring;

    /** @param current id of the key that seals, asked each time */
    SecretBox(Supplier<MasterKeys> source, IntSupplier current) {
        this.source = source;
        this.current = current;
        this.ring = new KeyRing(source.get());
    }

    /**
     * With the key that the database says. In a transaction no other key becomes that one before its end. What is stored has to be
     * one of the {@link SealedRows} that a change of keys seals anew.
     *
     * @param place where it is kept, such as {@code 17/apiKey} for a connector's setting
     */
    public byte[] seal(String place, Secret secret) {
        int id = current.getAsInt();
        return ringWith(id).seal(id, place, secret);
    }

    /**
     * @param place the one it was sealed for
     * @throws IllegalStateException when it was sealed for another place or with a key that is not here, or was changed
     */
    public Secret open(String place, byte[] ciphertext) {
        return ringWith(KeyRing.idOf(ciphertext)).open(place, ciphertext);
    }

    /** Looks for new keys where there has to be one. What makes no sense at all asks for none. */
    private KeyRing ringWith(int id) {
        if (id != 0 && !ring.has(id)) {
            ring = new KeyRing(source.get());
        }
        return ring;
    }
}
