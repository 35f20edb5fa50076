package io.plumbline.server.platform.secret;

import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The table {@code secret_check}: one word, sealed with the key that seals everything now. Keys that do not open it are not those of
 * this database. Safe for many threads.
 */
final class SecretCheck {

    private static final String PLACE = "secret-check";
    private static final Secret WORD = Secret.of("plumbline");

    private final JdbcClient jdbc;

    SecretCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a database that is new. */
    void writeOnce(MasterKey key) {
        jdbc.sql("insert into secret_check (id, sealed) values (1, :sealed) on conflict (id) do nothing")
                .param("sealed", sealed(key))
                .update();
    }

    boolean isWritten() {
        return find("").isPresent();
    }

    /** Id of the key that seals; where there is a transaction, until its end, under a lock. Without one nothing is stored with it. */
    int currentKey() {
        String lock = TransactionSynchronizationManager.isActualTransactionActive() ? "for share" : "";
        return find(lock).map(KeyRing::idOf).orElseThrow();
    }

    /** Nothing is sealed until the end of the transaction. */
    void lock() {
        Optional<byte[]> _ = find("for update");
    }

    /** From the end of the transaction on, this key seals. */
    void change(MasterKey key) {
        jdbc.sql("update secret_check set sealed = :sealed where id = 1")
                .param("sealed", sealed(key))
                .update();
    }

    /**
     * @param source where the keys are, for a person
     * @return the one that seals
     * @throws StartRefusedException where it is not among these
     */
    MasterKey prove(MasterKeys keys, String source) {
        byte[] sealed = find("").orElseThrow();
        try {
            Secret _ = new KeyRing(keys).open(PLACE, sealed);
            return keys.find(KeyRing.idOf(sealed)).orElseThrow();
        } catch (UnreadableSecretException other) {
            throw new StartRefusedException(
                    "The master key in " + source + " is not the one that sealed this database's secrets.",
                    "Give the key they were sealed with; nothing has been changed.",
                    other);
        }
    }

    private static byte[] sealed(MasterKey key) {
        return new KeyRing(MasterKeys.of(key)).seal(key.id(), PLACE, WORD);
    }

    private Optional<byte[]> find(String lock) {
        return jdbc.sql("select sealed from secret_check where id = 1 " + lock)
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }
}
