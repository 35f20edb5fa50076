package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The API key is looked for wherever it could have gone. */
class SecretsTest {

    private static final TenantOptions COMPANY = TenantOptions.defaults();

    @Test
    void theKeyIsNowhereAlsoWhereTheVendorEchoesIt(@TempDir Path folder) throws IOException {
        String key = COMPANY.standardKey();
        try (SimulatedTenant tenant = SimulatedTenant.start(COMPANY);
                ServerProcess server = new ServerProcess(folder.resolve("data")).start()) {
            Api api = server.api();
            Connectors.Synced created = Connectors.create(api, Connectors.to(tenant, COMPANY));
            String echo = "{\"reply\":{\"err_code\":500,\"err_msg\":\"bad header Authorization: " + key
                    + "\",\"err_extra\":\"" + key + "\"}}";
            tenant.console().faults().always(Call.GET_ENDPOINT, new Fault.Status(500, "application/json", echo));
            JsonNode failed = api.syncNow(created.id());
            assertThat(failed.get("error").get("message").asString()).contains("[redacted]");
            tenant.console().faults().clear();
            tenant.console()
                    .faults()
                    .always(Call.GET_ENDPOINT, new Fault.Status(200, "text/html", "<p>" + key + "</p>"));
            api.syncNow(created.id());
            api.post("/api/v1/connectors/test", Connectors.to(tenant, COMPANY).toString());

            for (String path : List.of(
                    "/api/v1/connectors",
                    "/api/v1/connectors/" + created.id(),
                    "/api/v1/connectors/" + created.id() + "/syncs",
                    "/api/v1/syncs/" + failed.get("id").asString(),
                    "/api/v1/syncs/" + failed.get("id").asString() + "/log",
                    "/metrics")) {
                assertThat(api.send("GET", path, null).body()).as(path).doesNotContain(key);
            }
            server.stop();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(bytes(file)).as("%s", file).doesNotContain(key));
        }
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
