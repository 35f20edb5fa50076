package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.Connectors.Synced;
import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key is changed by a command of its own while the server runs, which then reads its tenant with the same API key. */
class KeyRotationTest {

    private static final TenantOptions COMPANY =
            TenantOptions.defaults().withEndpoints(20).withCves(5);

    @Test
    void theServerGoesOnAndSoDoesOneThatStartsAfterwards(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        String id;
        try (SimulatedTenant tenant = SimulatedTenant.start(COMPANY)) {
            try (ServerProcess server = new ServerProcess(data).start()) {
                Synced created = Connectors.create(server.api(), Connectors.to(tenant, COMPANY));
                id = created.id();
                String before = Files.readString(data.resolve("master.key"));

                CommandProcess rotation = CommandProcess.run(Map.of("PLUMBLINE_DATA", data.toString()), "rotate-key");

                assertThat(rotation.exit()).as(rotation.output()).isZero();
                assertThat(rotation.output())
                        .contains("sealed 1 secret anew", "master.key.retired-")
                        .doesNotContain(before.strip());
                assertThat(Files.readString(data.resolve("master.key"))).isNotEqualTo(before);
                assertThat(server.api().syncNow(id).get("status").asString()).isEqualTo("SUCCEEDED");
                assertThat(server.api()
                                .get("/api/v1/audit?action=MASTER_KEY_CHANGED")
                                .get("items"))
                        .hasSize(1)
                        .allSatisfy(event ->
                                assertThat(event.get("actorKind").asString()).isEqualTo("SYSTEM"));
            }
            try (ServerProcess server = new ServerProcess(data).start()) {
                assertThat(server.api().syncNow(id).get("status").asString()).isEqualTo("SUCCEEDED");
            }
        }
    }

    @Test
    void itSaysWhatItDoesAndWhatItNeeds(@TempDir Path folder) {
        assertThat(CommandProcess.run(Map.of(), "rotate-key", "--help"))
                .satisfies(help -> assertThat(help.exit()).isZero())
                .satisfies(help -> assertThat(help.output()).contains("PLUMBLINE_MASTER_KEY", "OLD,NEW"));
        assertThat(CommandProcess.run(Map.of(), "rotate-key", "now").exit()).isEqualTo(2);
    }
}
