package io.plumbline.server.platform.secret;

import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Takes the master keys along with a backup, and puts it back. */
public final class MasterKeyArchive {

    private final MasterKeySource source;
    private final MasterKeyFile file;

    public MasterKeyArchive(Settings settings) {
        this.source = MasterKeySource.of(settings);
        this.file = new MasterKeyFile(settings.dataFolder());
    }

    /**
     * The keys in use, in the form in which they are archived; empty where there are none yet.
     *
     * @param snapshot of the database that is archived
     * @throws StartRefusedException where they do not open what is archived
     */
    public Optional<byte[]> find(Connection snapshot) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(snapshot, true));
        SecretCheck check = new SecretCheck(jdbc);
        Optional<MasterKeys> keys = source.find();
        if (keys.isPresent() && check.isWritten()) {
            MasterKey _ = check.prove(keys.get(), source.name());
        }
        return keys.map(found -> found.text().getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws StartRefusedException where the archived key is none */
    public static void check(byte[] archived) {
        MasterKeys _ = parse(archived);
    }

    /**
     * Makes an archived key the data folder's. Another key that lies there is kept beside it, never destroyed.
     *
     * @return where the key now lies
     */
    public Path install(byte[] archived) {
        MasterKeys keys = parse(archived);
        Optional<MasterKeys> present = file.read();
        if (present.isPresent() && present.get().text().equals(keys.text())) {
            return file.path();
        }
        try {
            if (present.isPresent()) {
                Files.move(file.path(), besideIt());
            }
            file.keep(keys);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The master key could not be put into " + file.path() + ": " + e.getMessage(),
                    "Make the folder writable and restore again.",
                    e);
        }
        return file.path();
    }

    /** Under a name that no earlier restore has taken. */
    private Path besideIt() {
        String name = "master.key.before-restore";
        Path free = file.path().resolveSibling(name);
        for (int number = 2; Files.exists(free); number++) {
            free = file.path().resolveSibling(name + "-" + number);
        }
        return free;
    }

    private static MasterKeys parse(byte[] archived) {
        return MasterKeys.parse(new String(archived, StandardCharsets.US_ASCII), "the archive");
    }
}
