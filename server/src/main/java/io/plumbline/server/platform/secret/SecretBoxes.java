package io.plumbline.server.platform.secret;

import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the master key and proves it against the database before anything is sealed with it. */
public final class SecretBoxes {

    private static final Logger LOG = LoggerFactory.getLogger(SecretBoxes.class);

    private final SecretCheck check;

    public SecretBoxes(JdbcClient jdbc) {
        this.check = new SecretCheck(jdbc);
    }

    /**
     * @param given the operator's key in base64, if they set one
     * @param dataFolder where the key lies, or is made once, if they did not
     * @throws StartRefusedException when there is no key, or not the right one, for what the database holds; nothing is changed then
     */
    public SecretBox open(Optional<String> given, Path dataFolder) {
        MasterKeySource source = new MasterKeySource(given, dataFolder);
        MasterKeys keys = source.find().orElseGet(() -> makeUnlessSealed(source));
        check.writeOnce(keys.all().getFirst());
        check.prove(keys, source.name());
        source.fileBesideVariable().ifPresent(SecretBoxes::warnOfTwoPlaces);
        return new SecretBox(() -> source.find().orElse(keys), check::currentKey);
    }

    /** Whoever runs {@code rotate-key} without the variable would change the key of the file, and this server would not have it. */
    private static void warnOfTwoPlaces(Path file) {
        LOG.warn(
                "There are master keys in two places: {} is used, and {} is not. Move the file away if every server and every"
                        + " command has the variable; else leave the variable out.",
                MasterKeySource.VARIABLE,
                file);
    }

    private MasterKeys makeUnlessSealed(MasterKeySource source) {
        MasterKeyFile file = source.file().orElseThrow();
        if (check.isWritten()) {
            throw source.missing();
        }
        return file.make();
    }
}
