package io.plumbline.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Properties;

/** PostgreSQL's programs, unpacked: {@code <folder>/<version>-<checksum>/bin/postgres}. */
record Binaries(Path folder) {

    Path postgres() {
        return folder.resolve("bin/postgres");
    }

    Path initdb() {
        return folder.resolve("bin/initdb");
    }

    /** The version this build brings, such as {@code 18.6.0}. */
    static String version() throws IOException {
        var properties = new Properties();
        try (InputStream stream = Objects.requireNonNull(Binaries.class.getResourceAsStream("binaries.properties"))) {
            properties.load(stream);
        }
        return Objects.requireNonNull(properties.getProperty("version"));
    }

    /** As {@code PG_VERSION} has it: {@code 18}. */
    static String majorVersion() throws IOException {
        String version = version();
        return version.substring(0, version.indexOf('.'));
    }

    /** The programs for this machine, unpacked below {@code parent} unless they are there already. */
    static Binaries unpackedIn(Path parent) throws IOException {
        String osName = System.getProperty("os.name");
        String osArch = System.getProperty("os.arch");
        URL resource =
                Binaries.class.getResource("/" + Platform.of(osName, osArch).archive());
        if (resource == null) {
            throw Platform.unsupported(osName, osArch);
        }
        return unpack(new BinariesArchive(resource), parent.toAbsolutePath());
    }

    /** Several processes may share {@code parent}: one unpacks, under a name of no meaning, and renames; the others wait. */
    private static synchronized Binaries unpack(BinariesArchive archive, Path parent) throws IOException {
        Path folder = parent.resolve(version() + "-" + archive.checksum());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(parent);
            try (FileChannel channel = FileChannel.open(
                            parent.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(folder)) {
                    Path unfinished = parent.resolve(folder.getFileName() + ".unfinished");
                    FileTree.delete(unfinished);
                    archive.unpack(unfinished);
                    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        return new Binaries(folder);
    }
}
