package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.Connectors.Synced;
import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.postgres.testing.TestDatabases;
import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An installation moves from its own database to an external one and back, and goes on where it was. */
class BackupTest {

    private static final TenantOptions COMPANY = TenantOptions.defaults();

    @Test
    void anInstallationMovesOutAndBackAgain(@TempDir Path folder) {
        Path first = folder.resolve("first.backup");
        Path second = folder.resolve("second.backup");
        Path home = folder.resolve("home");
        Path away = folder.resolve("away");
        Path back = folder.resolve("back");
        try (SimulatedTenant tenant = SimulatedTenant.start(COMPANY);
                TestDatabase external = TestDatabases.create()) {
            Map<String, String> outside = Map.of(
                    "PLUMBLINE_DATA", away.toString(),
                    "PLUMBLINE_DATABASE_URL", external.jdbcUrl(),
                    "PLUMBLINE_DATABASE_USER", external.user(),
                    "PLUMBLINE_DATABASE_PASSWORD", external.password());
            String id;
            JsonNode before;
            String fingerprint;
            try (ServerProcess server = new ServerProcess(home).start()) {
                Synced created = Connectors.create(server.api(), Connectors.to(tenant, COMPANY));
                id = created.id();
                before = facts(server, id);
                fingerprint = StoredState.fingerprint(home);
                // Beside the running server.
                assertDone(CommandProcess.run(
                        Map.of("PLUMBLINE_DATA", home.toString()), "backup", first.toString(), "--with-master-key"));
            }

            assertDone(CommandProcess.run(outside, "restore", first.toString()));
            ServerProcess moved = new ServerProcess(away);
            outside.forEach(moved::with);
            try (moved) {
                moved.start();
                assertThat(facts(moved, id)).isEqualTo(before);
                assertThat(moved.api().syncNow(id).get("status").asString())
                        .as("the API key can be read there")
                        .isEqualTo("SUCCEEDED");
                assertDone(CommandProcess.run(outside, "backup", second.toString(), "--with-master-key"));
            }

            assertDone(CommandProcess.run(Map.of("PLUMBLINE_DATA", back.toString()), "restore", second.toString()));
            try (ServerProcess server = new ServerProcess(back).start()) {
                assertThat(facts(server, id)).isEqualTo(before);
                assertThat(StoredState.fingerprint(back)).isEqualTo(fingerprint);
            }
        }
    }

    @Test
    void aBackupHoldsTheMasterKeyOnlyWhenAskedTo(@TempDir Path folder) {
        Path home = folder.resolve("home");
        try (ServerProcess server = new ServerProcess(home).start()) {
            CommandProcess without = CommandProcess.run(
                    Map.of("PLUMBLINE_DATA", server.data().toString()),
                    "backup",
                    folder.resolve("plain.backup").toString());

            assertDone(without);
            assertThat(without.output()).contains("without the master key");
        }
        CommandProcess restored = CommandProcess.run(
                Map.of("PLUMBLINE_DATA", folder.resolve("other").toString()),
                "restore",
                folder.resolve("plain.backup").toString());
        assertDone(restored);
        assertThat(restored.output().lines()).hasSize(1).first().asString().contains("no master key");
    }

    private static JsonNode facts(ServerProcess server, String connector) {
        JsonNode read = server.api().get("/api/v1/connectors/" + connector);
        return Api.JSON
                .createObjectNode()
                .put("assets", read.get("assetCount").asLong())
                .put("findings", read.get("openFindingCount").asLong())
                .put("name", read.get("name").asString());
    }

    private static void assertDone(CommandProcess process) {
        assertThat(process.exit()).as(process.output()).isZero();
    }
}
