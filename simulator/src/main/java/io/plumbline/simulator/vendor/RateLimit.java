package io.plumbline.simulator.vendor;

/**
 * A bucket that holds as many requests as are allowed per second and fills at that rate. It goes by the machine's ticker, not
 * by the tenant's clock, which may stand still. Thread-safe.
 */
final class RateLimit {

    private final Behaviour behaviour;
    private double tokens = Double.MAX_VALUE;
    private long filled = System.nanoTime();

    RateLimit(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** Whether one more request is within the limit; a refused one does not count. */
    synchronized boolean admits() {
        int limit = behaviour.requestsPerSecond();
        if (limit == 0) {
            return true;
        }
        long now = System.nanoTime();
        tokens = Math.min(limit, tokens + (now - filled) / 1e9 * limit);
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
