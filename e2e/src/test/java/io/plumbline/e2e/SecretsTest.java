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

/** API keys and the administrator's token are looked for wherever they could have gone. */
class SecretsTest {

    private static final TenantOptions COMPANY = TenantOptions.defaults();

    @Test
    void keysAndTokenAreNowhereAlsoWhereTheVendorEchoesThem(@TempDir Path folder) throws IOException {
        List<String> secrets = List.of(COMPANY.standardKey(), COMPANY.advancedKey(), ServerProcess.TOKEN);
        try (SimulatedTenant tenant = SimulatedTenant.start(COMPANY);
                ServerProcess server = new ServerProcess(folder.resolve("data")).start()) {
            leak(server.api(), tenant, "STANDARD", COMPANY.standardKey());
            leak(server.api(), tenant, "ADVANCED", COMPANY.advancedKey());
            for (String secret : secrets) {
                // Compressed or torn over two pages, a file may hide what its table tells.
                assertThat(StoredState.tablesWith(server.data(), secret)).isEmpty();
            }
            assertThat(StoredState.tablesWith(server.data(), "[redacted]"))
                    .as("the search finds what is there")
                    .contains("sync");
            server.stop();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(bytes(file)).as("%s", file).doesNotContain(secrets));
        }
    }

    /** Everything that a person may do with a connector while its vendor answers with the key. */
    private static void leak(Api api, SimulatedTenant tenant, String level, String key) {
        String connector = Connectors.create(api, Connectors.to(tenant.url(), COMPANY, level))
                .id();
        String echo = "{\"reply\":{\"err_code\":500,\"err_msg\":\"bad header Authorization: " + key
                + "\",\"err_extra\":\"" + key + "\"}}";
        tenant.console().faults().always(Call.GET_ENDPOINT, new Fault.Status(500, "application/json", echo));
        JsonNode failed = api.syncNow(connector);
        assertThat(failed.get("error").get("message").asString()).contains("[redacted]");
        tenant.console().faults().clear();
        tenant.console().faults().always(Call.GET_ENDPOINT, new Fault.Status(200, "text/html", "<p>" + key + "</p>"));
        api.syncNow(connector);
        JsonNode test = api.post(
                "/api/v1/connectors/test",
                Connectors.to(tenant.url(), COMPANY, level).toString());
        tenant.console().faults().clear();

        assertThat(test.toString()).doesNotContain(key);
        for (String path : List.of(
                "/api/v1/connectors",
                "/api/v1/connectors/" + connector,
                "/api/v1/connectors/" + connector + "/syncs",
                "/api/v1/syncs/" + failed.get("id").asString(),
                "/api/v1/syncs/" + failed.get("id").asString() + "/log",
                "/metrics")) {
            assertThat(api.send("GET", path, null).body()).as(path).doesNotContain(key);
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
