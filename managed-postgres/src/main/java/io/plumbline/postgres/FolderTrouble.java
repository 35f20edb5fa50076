package io.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Turns an error of the file system into one a person can act on. */
final class FolderTrouble {

    private static final long ONE_MEGABYTE = 1024 * 1024;

    private FolderTrouble() {}

    static PostgresStartException of(Path folder, IOException failure) {
        // The message of a full disk comes in the system's language; the free space does not.
        if (usableBytes(folder) < ONE_MEGABYTE) {
            return diskFull(folder, failure);
        }
        return new PostgresStartException(
                PostgresStartFailure.DATA_FOLDER_UNUSABLE,
                "The data folder " + folder + " cannot be used: " + failure + ".",
                "Give the account that starts Plumbline the right to read and write the folder and all in it, or choose"
                        + " another one (PLUMBLINE_DATA).",
                failure);
    }

    static PostgresStartException diskFull(Path folder, @Nullable Throwable cause) {
        return new PostgresStartException(
                PostgresStartFailure.DISK_FULL,
                "The disk of the data folder " + folder + " is full.",
                "Free some space on it and start again; nothing stored so far is lost.",
                cause);
    }

    /** Refuses before anything is written where there is not even room for an empty database. */
    static void requireSpace(Path folder, long bytes) {
        if (usableBytes(folder) < bytes) {
            throw new PostgresStartException(
                    PostgresStartFailure.DISK_FULL,
                    "The disk of the data folder " + folder + " has " + usableBytes(folder) / ONE_MEGABYTE
                            + " MB left; a new database needs " + bytes / ONE_MEGABYTE + " MB.",
                    "Free some space on it, or choose a folder on another disk (PLUMBLINE_DATA).");
        }
    }

    private static long usableBytes(Path folder) {
        try {
            Path existing = folder.toAbsolutePath();
            while (!Files.exists(existing) && existing.getParent() != null) {
                existing = existing.getParent();
            }
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            // Unknown is not full: the error that brought us here speaks for itself.
            return Long.MAX_VALUE;
        }
    }
}
