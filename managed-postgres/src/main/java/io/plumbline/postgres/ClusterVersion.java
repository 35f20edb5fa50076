package io.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Files;

/** Data of another major version is neither opened nor touched: its files have another layout. */
final class ClusterVersion {

    private ClusterVersion() {}

    static void check(DataFolder folder, String major) throws IOException {
        if (!Files.exists(folder.cluster())) {
            return;
        }
        String found = Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        if (!found.equals(major)) {
            throw new PostgresStartException(
                    PostgresStartFailure.WRONG_VERSION,
                    "The database in " + folder.cluster() + " is of PostgreSQL " + found + ", this server brings "
                            + major + ".",
                    "Start the Plumbline release that wrote it, make a backup with './plumbline backup', and restore it"
                            + " into a new data folder.");
        }
    }
}
