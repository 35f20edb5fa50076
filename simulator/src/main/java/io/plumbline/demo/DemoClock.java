package io.plumbline.demo;

import io.plumbline.simulator.TenantClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/** Moves the time of tenant and server alike; the server's by a file that it reads. Only ever forward, and in the end to now. */
final class DemoClock {

    private final TenantClock tenant;
    private final Path file;
    private final Instant today;

    DemoClock(TenantClock tenant, Path file, Instant today) {
        this.tenant = tenant;
        this.file = file;
        this.today = today;
    }

    void setDaysAgo(int days) throws IOException {
        Duration back = Duration.ofDays(days);
        tenant.set(today.minus(back));
        write(file, back.negated());
    }

    /** The time is what it is. */
    void release() throws IOException {
        tenant.set(Instant.now());
        write(file, Duration.ZERO);
    }

    static void write(Path file, Duration offset) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, offset.toString());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
