package io.plumbline.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How to run an embedded PostgreSQL. Immutable; begin with {@link #in} and change what differs.
 *
 * @param dataFolder the folder that holds database, passwords and lock; made if absent
 * @param binariesFolder where the programs are unpacked, once per version; may be shared between data folders
 * @param startTimeout how long one start may take; recovery after a crash counts, so be generous
 * @param stopTimeout how long {@link ManagedPostgres#close} waits for an orderly end before it forces one
 * @param settings PostgreSQL settings that go before the built-in ones, such as {@code shared_buffers}
 * @param log receives each line PostgreSQL prints, on one thread, in order; must not block for long
 */
public record ManagedPostgresOptions(
        Path dataFolder,
        Path binariesFolder,
        Duration startTimeout,
        Duration stopTimeout,
        Map<String, String> settings,
        Consumer<String> log) {

    public ManagedPostgresOptions {
        settings = Map.copyOf(settings);
    }

    /** The usual options: binaries inside the data folder, five minutes to start, thirty seconds to stop, log unheard. */
    public static ManagedPostgresOptions in(Path dataFolder) {
        return new ManagedPostgresOptions(
                dataFolder,
                new DataFolder(dataFolder).binaries(),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                Map.of(),
                line -> {});
    }

    public ManagedPostgresOptions withBinariesFolder(Path folder) {
        return new ManagedPostgresOptions(dataFolder, folder, startTimeout, stopTimeout, settings, log);
    }

    public ManagedPostgresOptions withStartTimeout(Duration timeout) {
        return new ManagedPostgresOptions(dataFolder, binariesFolder, timeout, stopTimeout, settings, log);
    }

    public ManagedPostgresOptions withSettings(Map<String, String> newSettings) {
        return new ManagedPostgresOptions(dataFolder, binariesFolder, startTimeout, stopTimeout, newSettings, log);
    }

    public ManagedPostgresOptions withLog(Consumer<String> consumer) {
        return new ManagedPostgresOptions(dataFolder, binariesFolder, startTimeout, stopTimeout, settings, consumer);
    }
}
