package io.plumbline.server.application;

import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Makes the data folder before logging would, because of its rights: others may pass through to what is theirs (as root,
 * PostgreSQL runs under another account) but not look around, and nobody else reads logs. Checks on the way what would
 * otherwise be found wrong only after the database has started.
 */
final class DataFolderPreparation implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Settings settings = new Settings(event.getEnvironment());
        var _ = settings.port();
        var _ = settings.host();
        Path folder = settings.dataFolder();
        try {
            Path parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            make(folder, "rwx--x--x");
            make(folder.resolve("logs"), "rwx------");
            check(folder.resolve("logs/plumbline.log"));
        } catch (IOException failure) {
            throw new StartRefusedException(
                    "The data folder " + folder + " cannot be made or written to: " + failure,
                    "Set PLUMBLINE_DATA to a folder that this account may write.",
                    failure);
        }
    }

    /** Logging that cannot write its file would end the start with a stack and a hint at that very file. */
    private static void check(Path log) throws IOException {
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                .close();
    }

    private static void make(Path folder, String rights) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights)); // whatever the umask
        }
    }
}
