package io.plumbline.server.platform.secret;

import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes the master key along with a backup, and puts it back. */
public final class MasterKeyArchive {

    private final Settings settings;
    private final MasterKeyFile file;

    public MasterKeyArchive(Settings settings) {
        this.settings = settings;
        this.file = new MasterKeyFile(settings.dataFolder());
    }

    /** The key in use, in the form in which it is archived; empty where there is none yet. */
    public Optional<byte[]> find() {
        return settings.find("PLUMBLINE_MASTER_KEY")
                .map(base64 -> MasterKey.parse(base64, "PLUMBLINE_MASTER_KEY"))
                .or(file::read)
                .map(key -> key.base64().getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws StartRefusedException where the archived key is none */
    public static void check(byte[] archived) {
        parse(archived);
    }

    /**
     * Makes an archived key the data folder's. Another key that lies there is kept beside it, never destroyed.
     *
     * @return where the key now lies
     */
    public Path install(byte[] archived) {
        MasterKey key = parse(archived);
        Optional<MasterKey> present = file.read();
        if (present.isPresent() && present.get().base64().equals(key.base64())) {
            return file.path();
        }
        try {
            if (present.isPresent()) {
                Files.move(file.path(), besideIt());
            }
            file.keep(key);
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

    private static MasterKey parse(byte[] archived) {
        return MasterKey.parse(new String(archived, StandardCharsets.US_ASCII), "the archive");
    }
}
