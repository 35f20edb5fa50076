package io.plumbline.server.platform.lifecycle;

import java.time.Clock;

/** The one place that knows the system's clock, for whoever wires; everything else is given a {@link Clock}. */
public final class SystemClock {

    private SystemClock() {}

    public static Clock utc() {
        return Clock.systemUTC();
    }
}
