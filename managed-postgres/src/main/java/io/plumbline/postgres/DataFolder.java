package io.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where things lie below the data folder. */
record DataFolder(Path root) {

    /** How the folders of unfinished initialisations begin; never the database. */
    static final String UNFINISHED = "pg.new";

    static DataFolder create(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            Path parent = absolute.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            // Others may pass through but not look around: as root, PostgreSQL runs under another account.
            Files.createDirectory(
                    absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        }
        return new DataFolder(absolute.toRealPath());
    }

    Path cluster() {
        return root.resolve("pg");
    }

    Path lock() {
        return root.resolve("pg.lock");
    }

    Path passwords() {
        return root.resolve("pg.passwords");
    }

    Path binaries() {
        return root.resolve("postgres");
    }
}
