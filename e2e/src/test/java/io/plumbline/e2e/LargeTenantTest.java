package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.Connectors.Synced;
import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenant of ten thousand endpoints fits a small heap; {@link ServerProcess} gives the server 512 MB. */
class LargeTenantTest {

    private static final TenantOptions COMPANY =
            TenantOptions.defaults().withEndpoints(10_000).withCves(2_500).withHostsPerCve(215);

    @Test
    void halfAMillionFindingsSyncInASmallHeap(@TempDir Path folder) {
        try (SimulatedTenant tenant = SimulatedTenant.start(COMPANY);
                ServerProcess server = new ServerProcess(folder.resolve("data")).start()) {
            tenant.console().behaviour().requestsPerSecond(0);

            Synced synced = Connectors.create(server.api(), Connectors.to(tenant, COMPANY));

            assertThat(synced.status()).as(synced.sync().toString()).isEqualTo("SUCCEEDED");
            assertThat(synced.sync().get("counts").get("assets").get("created").asLong())
                    .isEqualTo(10_000);
            assertThat(synced.sync()
                            .get("counts")
                            .get("findings")
                            .get("created")
                            .asLong())
                    .isEqualTo(tenant.console().cves().distinctPairs(Duration.ofDays(30)))
                    .isGreaterThanOrEqualTo(500_000);
        }
    }
}
