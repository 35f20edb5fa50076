package io.plumbline.server.platform.secret;

import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals secrets. What is sealed for one place opens only there, so a row copied onto another's does not pass. Keys may be changed
 * while it is in use ({@link KeyRotation}): one that it does not know is looked for where keys come from. Safe for many threads:
 * keys are only ever added.
 */
public final class SecretBox {

    private static final Logger LOG = LoggerFactory.getLogger(SecretBox.class);

    private final Supplier<MasterKeys> source;
    private final IntSupplier current;
    private final AtomicReference<KeyRing> known;

    /**
     * @param source of the keys; must not use the database
     * @param current id of the key that seals, asked each time
     */
    SecretBox(Supplier<MasterKeys> source, IntSupplier current) {
        this.source = source;
        this.current = current;
        this.known = new AtomicReference<>(new KeyRing(source.get()));
    }

    /**
     * With the key that the database says, which is one query. In a transaction no other key becomes that one before its end. What is
     * stored has to be one of the {@link SealedRows} that a change of keys seals anew.
     *
     * @param place where it is kept, such as {@code 17/apiKey} for a connector's setting
     * @throws MasterKeyMissing where that key is not here: this server's environment has still the one before
     */
    public byte[] seal(String place, Secret secret) {
        int id = current.getAsInt();
        try {
            return ringFor(id).seal(id, place, secret);
        } catch (StartRefusedException unreadable) {
            LOG.warn("The keys could not be read again: {}", unreadable.getMessage());
            throw new MasterKeyMissing();
        }
    }

    /**
     * Asks the database nothing, so it waits for no change of keys and may be called while a result is read. Costs one look at where
     * keys come from if the key is not known, else none.
     *
     * @param place the one it was sealed for
     * @throws UnreadableSecretException when it was sealed for another place or with a key that is not here, or was changed
     */
    public Secret open(String place, byte[] ciphertext) {
        try {
            return ringFor(KeyRing.idOf(ciphertext)).open(place, ciphertext);
        } catch (StartRefusedException unreadable) {
            throw new UnreadableSecretException(place, unreadable);
        }
    }

    /**
     * With that key if it is anywhere. The keys that are known stay: something read a moment ago may still need one that is being put
     * aside, and whoever makes an id up takes none away.
     *
     * @throws StartRefusedException where the keys cannot be read
     */
    private KeyRing ringFor(int id) {
        KeyRing ring = known.get();
        if (id == KeyRing.NO_KEY || ring.has(id)) {
            return ring;
        }
        MasterKeys read = source.get();
        return read.find(id).isPresent() ? known.accumulateAndGet(new KeyRing(read), KeyRing::with) : ring;
    }
}
