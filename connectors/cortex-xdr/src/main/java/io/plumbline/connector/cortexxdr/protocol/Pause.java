package io.plumbline.connector.cortexxdr.protocol;

import java.time.Duration;

/** Waits; tests wait by not waiting. */
@FunctionalInterface
public interface Pause {
    void of(Duration length) throws InterruptedException;
}
