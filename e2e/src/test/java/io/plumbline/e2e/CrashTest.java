package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.Connectors.Synced;
import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantConsole;
import io.plumbline.simulator.TenantOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} at random moments of a sync: the inventory is the one before or the one after, never one between. */
class CrashTest {

    private static final int KILLS = 20;
    private static final long SEED = Long.getLong("plumbline.crash.seed", 20261124L);
    private static final Duration WINDOW = Duration.ofDays(30);
    private static final TenantOptions COMPANY =
            TenantOptions.defaults().withEndpoints(1_500).withCves(1_200).withHostsPerCve(30);

    private final Random random = new Random(SEED);

    @Test
    void aServerKilledInASyncLeavesTheInventoryBeforeOrAfterIt(@TempDir Path folder) {
        try (SimulatedTenant tenant = SimulatedTenant.start(COMPANY);
                ServerProcess server = new ServerProcess(folder.resolve("data")).start()) {
            tenant.console().behaviour().requestsPerSecond(0);
            Synced created = Connectors.create(server.api(), Connectors.to(tenant, COMPANY));
            assertThat(created.status()).as(created.sync().toString()).isEqualTo("SUCCEEDED");
            Duration longest = Duration.ofSeconds(4);
            for (int kill = 1; kill <= KILLS; kill++) {
                String before = StoredState.fingerprint(server.data());
                change(tenant.console(), kill);

                long start = System.nanoTime();
                server.api().post("/api/v1/connectors/" + created.id() + "/syncs", "{}");
                LockSupport.parkNanos(random.nextLong(longest.toNanos()));
                Duration killedAfter = Duration.ofNanos(System.nanoTime() - start);
                server.kill();
                server.start();

                String found = StoredState.fingerprint(server.data());
                JsonNode retry = server.api().awaitSync(created.id());
                JsonNode next = retry.get("status").asString().equals("SUCCEEDED")
                        ? retry
                        : server.api().syncNow(created.id());
                String after = StoredState.fingerprint(server.data());

                String round = "seed " + SEED + ", kill " + kill + " after " + killedAfter;
                assertThat(next.get("status").asString())
                        .as(round + ": " + next)
                        .isEqualTo("SUCCEEDED");
                assertThat(List.of(before, after)).as(round).contains(found);
                assertThat(after).as(round + ": the change has arrived").isNotEqualTo(before);
                JsonNode connector = server.api().get("/api/v1/connectors/" + created.id());
                assertThat(connector.get("assetCount").asLong())
                        .as(round)
                        .isEqualTo(tenant.console().endpoints().count());
                JsonNode findings = next.get("counts").get("findings");
                assertThat(findings.get("received").asLong())
                        .as(round)
                        .isEqualTo(tenant.console().cves().distinctPairs(WINDOW));
                assertThat(connector.get("openFindingCount").asLong())
                        .as(round + ": hosts that have gone may still be listed")
                        .isEqualTo(findings.get("received").asLong()
                                - findings.get("unmatched").asLong()
                                - findings.get("onArchived").asLong());
            }
        }
    }

    /** Something of everything: hosts go and come, vulnerabilities go, come and are patched. */
    private void change(TenantConsole console, int round) {
        for (int i = 0; i < 10; i++) {
            console.endpoints()
                    .remove(console.endpoints()
                            .idAt(random.nextLong(console.endpoints().count())));
            console.endpoints()
                    .put("%032x".formatted(0xabc0000L + round * 100L + i), "new-host-%d-%d".formatted(round, i));
        }
        List<String> names = List.copyOf(console.cves().names());
        for (int i = 0; i < 10; i++) {
            String cve = names.get(random.nextInt(names.size()));
            console.cves().hosts(cve).stream()
                    .limit(3)
                    .forEach(host -> console.cves().patchHost(cve, host));
            console.cves().addHost(names.get(random.nextInt(names.size())), "new-host-%d-%d".formatted(round, i));
        }
    }
}
