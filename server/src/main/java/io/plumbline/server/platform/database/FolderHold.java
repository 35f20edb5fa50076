package io.plumbline.server.platform.database;

import io.plumbline.postgres.FolderLock;
import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.io.IOException;

/** The lock on the data folder where no embedded database takes it. */
final class FolderHold {

    private FolderHold() {}

    /** @throws io.plumbline.postgres.PostgresStartException when another server has the folder */
    static FolderLock on(Settings settings) {
        try {
            return FolderLock.acquire(settings.dataFolder());
        } catch (IOException e) {
            throw new StartRefusedException(
                    "The data folder " + settings.dataFolder() + " cannot be locked: " + e.getMessage() + ".",
                    "Set PLUMBLINE_DATA to a folder that this account may write.",
                    e);
        }
    }
}
