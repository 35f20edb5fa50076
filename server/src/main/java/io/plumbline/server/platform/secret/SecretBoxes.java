package io.plumbline.server.platform.secret;

import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the master key and proves it against the database before anything is sealed with it. A database remembers one sealed
 * word: a key that does not open it is not the key of this database, and nothing is changed then.
 */
public final class SecretBoxes {

    private static final String CHECK_PLACE = "secret-check";
    private static final Secret CHECK_WORD = Secret.of("plumbline");

    private final JdbcClient jdbc;

    public SecretBoxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param given the operator's key in base64, if they set one
     * @param dataFolder where the key lies, or is made once, if they did not
     * @throws StartRefusedException when there is no key, or not the right one, for what the database holds
     */
    public SecretBox open(Optional<String> given, Path dataFolder) {
        MasterKeyFile file = new MasterKeyFile(dataFolder);
        MasterKey key = given.map(base64 -> MasterKey.parse(base64, "PLUMBLINE_MASTER_KEY"))
                .or(file::read)
                .orElseGet(() -> makeUnlessSealed(file));
        SecretBox box = new SecretBox(key);
        prove(box, given.isPresent() ? "PLUMBLINE_MASTER_KEY" : file.path().toString());
        return box;
    }

    private MasterKey makeUnlessSealed(MasterKeyFile file) {
        if (findCheck().isPresent()) {
            throw new StartRefusedException(
                    "The database holds sealed secrets, but their master key " + file.path() + " is missing.",
                    "Put the file back, or set PLUMBLINE_MASTER_KEY to the key they were sealed with.");
        }
        return file.make();
    }

    private void prove(SecretBox box, String source) {
        jdbc.sql("""
                insert into secret_check (id, sealed) values (1, :sealed)
                on conflict (id) do nothing""").param("sealed", box.seal(CHECK_PLACE, CHECK_WORD)).update();
        byte[] sealed = findCheck().orElseThrow();
        try {
            box.open(CHECK_PLACE, sealed);
        } catch (IllegalStateException other) {
            throw new StartRefusedException(
                    "The master key in " + source + " is not the one that sealed this database's secrets.",
                    "Give the key they were sealed with; nothing has been changed.",
                    other);
        }
    }

    private Optional<byte[]> findCheck() {
        return jdbc.sql("select sealed from secret_check where id = 1")
                .query((row, number) -> row.getBytes("sealed"))
                .optional();
    }
}
