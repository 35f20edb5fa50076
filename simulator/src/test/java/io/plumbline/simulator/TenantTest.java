package io.plumbline.simulator;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A tenant of 230 hosts whose clock a test moves. */
abstract class TenantTest {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    final MovableClock clock = new MovableClock(NOON);
    final TenantOptions options = options(TenantOptions.defaults().withClock(clock));
    SimulatedTenant tenant;
    TenantConsole console;
    TenantClient client;
    Queries queries;

    /** Overridden where a test needs another company. */
    TenantOptions options(TenantOptions defaults) {
        return defaults;
    }

    @BeforeEach
    void startTenant() {
        tenant = SimulatedTenant.start(options);
        client = new TenantClient(tenant.url(), options);
        queries = new Queries(client);
        console = tenant.console();
        console.behaviour().requestsPerSecond(0);
    }

    @AfterEach
    void stopTenant() {
        tenant.close();
        client.close();
    }
}
