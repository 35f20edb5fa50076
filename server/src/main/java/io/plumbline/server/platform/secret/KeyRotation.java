package io.plumbline.server.platform.secret;

import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the master key while servers run. A key is added where keys come from, everything sealed is sealed anew in one transaction,
 * and only then is the old key put aside. Whoever is killed in between leaves an installation that works, for all its keys open; the
 * next run finishes what was begun. Rotations wait for each other: all that they do they do under the lock of the one row that says
 * which key seals.
 */
public final class KeyRotation {

    private final SecretCheck check;
    private final MasterKeySource source;
    private final TransactionTemplate transaction;
    private final List<SealedRows> rows;

    /** @param rows all that is sealed in the database, for the same database and in the same transactions */
    public KeyRotation(JdbcClient jdbc, TransactionTemplate transaction, Settings settings, List<SealedRows> rows) {
        this.check = new SecretCheck(jdbc);
        this.source = MasterKeySource.of(settings);
        this.transaction = transaction;
        this.rows = List.copyOf(rows);
    }

    /** What a run has done. */
    public sealed interface Rotated {

        /**
         * The key in the file was changed.
         *
         * @param resealed how many secrets now have the new key
         * @param aside where the old keys lie now; empty where another rotation has put them aside
         */
        record InFile(long resealed, List<Path> aside) implements Rotated {}

        /** The key of the environment was changed; likewise. */
        record InEnvironment(long resealed) implements Rotated {}

        /** An earlier rotation was put to its end; the key was not changed again. */
        record Finished(List<Path> aside) implements Rotated {}

        /** All is sealed with the last key of the environment, which still holds older ones. */
        record DoneBefore() implements Rotated {}
    }

    /**
     * @param note called in the transaction that changes the key
     * @throws StartRefusedException where there is no key, or not the right one, or no new one, or a secret does not open: no secret is
     *     changed then, and a key that was made already waits in the file for the next run. Also where all has the new key and only the
     *     old one could not be put aside; it says so
     */
    public Rotated rotate(Runnable note) {
        List<Path> left = putAside();
        if (!left.isEmpty()) {
            return new Rotated.Finished(left);
        }
        OptionalLong changed = change(note);
        if (changed.isEmpty()) {
            return new Rotated.DoneBefore();
        }
        long resealed = changed.getAsLong();
        return source.file().isEmpty()
                ? new Rotated.InEnvironment(resealed)
                : new Rotated.InFile(resealed, putAsideAfter(resealed));
    }

    /** How many secrets now have the next key; empty where the last of the environment's seals them all. */
    private OptionalLong change(Runnable note) {
        return transaction.execute(_ -> {
            MasterKeys keys = lockedKeys();
            MasterKey old = check.prove(keys, source.name());
            List<MasterKey> newer = keys.after(old);
            // Asked only now: whoever held the lock until a moment ago may have done it.
            if (newer.isEmpty() && source.file().isEmpty() && keys.all().size() > 1) {
                return OptionalLong.empty();
            }
            MasterKey next = newer.stream().findFirst().orElseGet(() -> make(keys));
            source.fileWithout(next).ifPresent(KeyRotation::refuseTwoPlaces);
            KeyRing ring = new KeyRing(MasterKeys.of(old, next));
            long resealed = 0;
            for (SealedRows some : rows) {
                resealed += some.resealAll((place, ciphertext) -> resealed(ring, next, place, ciphertext));
            }
            check.change(next);
            note.run();
            return OptionalLong.of(resealed);
        });
    }

    /** A server that has its key from the file would from now on seal nothing, and open nothing that is new. */
    private static void refuseTwoPlaces(Path file) {
        throw new StartRefusedException(
                "There are keys in two places: " + MasterKeySource.VARIABLE + ", and " + file + " without the new one.",
                "Run this without the variable where servers use the file; move the file away where they all have the variable.");
    }

    /** Written down before anything is sealed with it. */
    private MasterKey make(MasterKeys keys) {
        MasterKeyFile file = source.file()
                .orElseThrow(() -> new StartRefusedException(
                        MasterKeySource.VARIABLE + " holds no new key.",
                        "Set it to OLD,NEW on every server (a new one: openssl rand -base64 32), restart them one after"
                                + " the other, and run this again. Afterwards set it to NEW only."));
        MasterKey made = MasterKey.random();
        file.replace(new MasterKeys(
                Stream.concat(keys.all().stream(), Stream.of(made)).toList()));
        return made;
    }

    private List<Path> putAsideAfter(long resealed) {
        try {
            return putAside();
        } catch (StartRefusedException | DataAccessException | TransactionException failure) {
            throw new StartRefusedException(
                    "The master key is changed, and every secret (" + resealed
                            + ") is sealed with it; only the old key could not be put aside: " + failure.getMessage(),
                    "Mend that, and run this again: it does no more than that.",
                    failure);
        }
    }

    /** Takes the keys out of the file that were made before the one that seals, and keeps them beside it. */
    private List<Path> putAside() {
        return transaction.execute(_ -> {
            MasterKeys keys = lockedKeys();
            MasterKey current = check.prove(keys, source.name());
            List<MasterKey> old = keys.before(current);
            if (old.isEmpty() || source.file().isEmpty()) {
                return List.<Path>of();
            }
            MasterKeyFile file = source.file().get();
            List<Path> aside = old.stream().map(file::keepAside).toList();
            file.replace(
                    new MasterKeys(keys.all().subList(old.size(), keys.all().size())));
            return aside;
        });
    }

    private MasterKeys lockedKeys() {
        check.lock();
        if (!check.isWritten()) {
            throw new StartRefusedException(
                    "There is no master key to change yet.", "The first start of the server makes one.");
        }
        return source.find().orElseThrow(source::missing);
    }

    /** @throws StartRefusedException where it does not open */
    private static byte[] resealed(KeyRing ring, MasterKey next, String place, byte[] ciphertext) {
        try {
            return ring.seal(next.id(), place, ring.open(place, ciphertext));
        } catch (UnreadableSecretException broken) {
            throw new StartRefusedException(
                    "The secret at " + place + " (connector/setting) does not open with this master key.",
                    "Enter it again in the connector's configuration, then run this again; no secret has been changed.",
                    broken);
        }
    }
}
