package io.plumbline.server.platform.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that is as far from another one as a file says, such as {@code PT-72H}. For demonstrations and trials: whoever writes the
 * file moves the time. Safe for many threads.
 */
final class MovedClock extends Clock {

    private final Clock origin;
    private final Path file;

    MovedClock(Clock origin, Path file) {
        this.origin = origin;
        this.file = file;
    }

    @Override
    public Instant instant() {
        return origin.instant().plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return origin.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovedClock(origin.withZone(zone), file);
    }

    private Duration offset() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (IOException | DateTimeException unreadable) {
            throw new IllegalStateException(
                    "PLUMBLINE_CLOCK_FILE holds no duration such as PT-72H: " + file, unreadable);
        }
    }
}
