package io.plumbline.server.platform.secret;

import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals secrets. What is sealed for one place opens only there, so a row copied onto another's does not pass. Keys may be changed
 * while it is in use ({@link KeyRotation}): one that it does not know is looked for where keys come from. Safe for many threads.
 */
public final class SecretBox {

    private static final Logger LOG = LoggerFactory.getLogger(SecretBox.class);

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
     * @throws IllegalStateException where that key is not here: this server's environment has still the one before
     */
    public byte[] seal(String place, Secret secret) {
        int id = current.getAsInt();
        if (!ring.has(id)) {
            readKeys();
        }
        return ring.seal(id, place, secret);
    }

    /**
     * @param place the one it was sealed for
     * @throws UnreadableSecretException when it was sealed for another place or with a key that is not here, or was changed
     */
    public Secret open(String place, byte[] ciphertext) {
        int id = KeyRing.idOf(ciphertext);
        if (!ring.has(id) && id == current.getAsInt()) {
            readKeys();
        }
        return ring.open(place, ciphertext);
    }

    /**
     * Once for each key that is new, for only the one that seals is looked for: a cookie that somebody made up costs no reading. Those
     * that are known stay: something read a moment ago may still need the one that is being put aside.
     */
    private void readKeys() {
        try {
            ring = ring.with(new KeyRing(source.get()));
        } catch (StartRefusedException unreadable) {
            LOG.warn("The keys could not be read again: {}", unreadable.getMessage());
        }
    }
}
