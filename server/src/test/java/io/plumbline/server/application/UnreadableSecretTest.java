package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.simulator.TenantOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A stored secret that does not open, such as after a restore without its key, is told as what it is. */
class UnreadableSecretTest {

    private static final TenantOptions OPTIONS =
            TenantOptions.defaults().withEndpoints(5).withCves(3);

    @Test
    void theSyncSaysWhatToDoAndASecretThatIsEnteredAgainHelps(@TempDir Path folder) throws Exception {
        try (TenantServer world = TenantServer.start(folder, OPTIONS)) {
            String id = world.connect("Lost");
            world.server()
                    .bean(JdbcClient.class)
                    .sql(
                            "update connector_secret set ciphertext = set_byte(ciphertext, 2, get_byte(ciphertext, 2) # 1)")
                    .update();

            world.sync(id);

            JsonNode failed = lastSync(world, id);
            assertThat(failed.get("status").asString()).isEqualTo("FAILED");
            assertThat(failed.get("error").get("code").asString()).isEqualTo("SECRET_UNREADABLE");
            assertThat(failed.get("error").get("remedy").asString()).contains("enter the secret again");

            world.api(
                    "PATCH",
                    "/api/v1/connectors/" + id,
                    "{\"settings\":{\"apiKey\":\"" + OPTIONS.standardKey() + "\"}}");
            world.sync(id);
            assertThat(lastSync(world, id).get("status").asString()).isEqualTo("SUCCEEDED");
        }
    }

    private static JsonNode lastSync(TenantServer world, String connector) throws Exception {
        return world.api("GET", "/api/v1/connectors/" + connector + "/syncs?limit=1", "")
                .get("items")
                .get(0);
    }
}
