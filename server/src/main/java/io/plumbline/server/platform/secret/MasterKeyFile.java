package io.plumbline.server.platform.secret;

import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The file that keeps the master key where the operator gives none. */
final class MasterKeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    MasterKeyFile(Path dataFolder) {
        this.file = dataFolder.resolve("master.key");
    }

    Path path() {
        return file;
    }

    Optional<MasterKeys> read() {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (!OWNER_ONLY.containsAll(permissions)) {
                throw new StartRefusedException(
                        "Others than its owner may use the master key " + file + " ("
                                + PosixFilePermissions.toString(permissions) + ").",
                        "Take the right from them: chmod 600 " + file);
            }
            return Optional.of(MasterKeys.parse(Files.readString(file, StandardCharsets.US_ASCII), file.toString()));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new StartRefusedException(
                    "The master key " + file + " cannot be read: " + failure, "Make it readable.", failure);
        }
    }

    /**
     * Makes a new key, which is whole on disk under its name before this returns; a power cut leaves the key or no file.
     * Where another server was faster, theirs holds.
     */
    MasterKeys make() {
        return keep(MasterKeys.of(MasterKey.random()));
    }

    /** Likewise for keys that are known already. */
    MasterKeys keep(MasterKeys keys) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = draft(keys);
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException faster) {
                return read().orElseThrow();
            } finally {
                Files.delete(draft);
            }
            return keys;
        } catch (IOException failure) {
            throw cannotBeWritten(file, failure);
        }
    }

    /** Puts other keys in the place of those that are there: whoever reads finds these or those, and nothing in between. */
    void replace(MasterKeys keys) {
        put(keys, file);
    }

    /**
     * Keeps a key that seals nothing any more: backups made before need it.
     *
     * @return where
     */
    Path keepAside(MasterKey key) {
        Path aside = file.resolveSibling("master.key.retired-" + Integer.toHexString(key.id()));
        put(MasterKeys.of(key), aside);
        return aside;
    }

    private void put(MasterKeys keys, Path place) {
        try {
            Path draft = draft(keys);
            try {
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
            forceFolder();
        } catch (IOException failure) {
            throw cannotBeWritten(place, failure);
        }
    }

    /** What will bear another name once it is whole. Where that fails nothing is left: a part of a key helps nobody. */
    private Path draft(MasterKeys keys) throws IOException {
        Path draft = Files.createTempFile(
                file.getParent(), "master", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            write(draft, keys.text());
            if (Files.exists(file) && !Files.getOwner(file).equals(Files.getOwner(draft))) {
                Files.setOwner(draft, Files.getOwner(file)); // a command run by root must not lock the server out
            }
        } catch (IOException failure) {
            Files.deleteIfExists(draft);
            throw cannotBeWritten(draft, failure);
        }
        return draft;
    }

    /** A name is in the folder, and that is on disk, too. */
    private void forceFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static StartRefusedException cannotBeWritten(Path which, IOException failure) {
        return new StartRefusedException(
                "The master key cannot be written to " + which + ": " + failure,
                "Make the folder writable and see that its disk has room, or set PLUMBLINE_MASTER_KEY.",
                failure);
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
