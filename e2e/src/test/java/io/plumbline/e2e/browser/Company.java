package io.plumbline.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.Api;
import io.plumbline.e2e.Await;
import io.plumbline.e2e.Connectors;
import io.plumbline.e2e.Connectors.Synced;
import io.plumbline.e2e.ServerProcess;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantConsole;
import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server with a company of two hundred hosts in it, after four syncs: some assets are archived, some findings fixed, some came
 * back, and the last sync failed. One name is what an attacker would give a host.
 */
final class Company implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

    /** A name that ends a script, turns the direction of what follows, and opens a tag. */
    static final String HOSTILE = "<script>alert(1)</script>\u202Egnp.exe<img src=x onerror=alert(2)>";

    private static final String HOSTILE_ID = "f".repeat(32);
    /** A server that had a critical finding. */
    private static final String MENDED = "AMS-MENDED-01";

    private static final String MENDED_ID = "e".repeat(32);
    private static final String LONG_TAG = "t".repeat(4_000);
    private static final String WORST = "CVE-2026-10001";
    private static final String CRITICAL = "CVE-2026-10003";
    private static final String MIDDLING = "CVE-2026-10002";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TenantOptions OPTIONS = TenantOptions.defaults().withEndpoints(200);

    private final Path folder;
    private final SimulatedTenant tenant;
    private final ServerProcess server;

    private Company(Path folder, SimulatedTenant tenant, ServerProcess server) {
        this.folder = folder;
        this.tenant = tenant;
        this.server = server;
    }

    static Company found() {
        try {
            Path folder = Files.createTempDirectory("plumbline-browser");
            SimulatedTenant tenant = SimulatedTenant.start(OPTIONS);
            ServerProcess server = new ServerProcess(folder.resolve("data"))
                    .with("PLUMBLINE_ADMIN_PASSWORD", PASSWORD)
                    .start();
            Company company = new Company(folder, tenant, server);
            company.live();
            return company;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI base() {
        return server.base();
    }

    Api api() {
        return server.api();
    }

    /** The id of the first that a list of the API has. */
    String firstOf(String list) {
        return api().get(list).get("items").get(0).get("id").asString();
    }

    /** Syncs, and what happens between them. */
    private void live() {
        TenantConsole console = tenant.console();
        console.behaviour().requestsPerSecond(0);
        console.endpoints().put(HOSTILE_ID, HOSTILE);
        console.endpoints().setTags(HOSTILE_ID, List.of("=cmd|' /C calc'!A0", LONG_TAG), List.of("<b>bold</b>"));
        String patched = console.endpoints().get(console.endpoints().idAt(0)).name();
        String gone = console.endpoints().idAt(1);
        console.cves().put(WORST, 9.8, "CRITICAL", "The worst <b>of</b> all.", List.of(HOSTILE, patched));
        console.endpoints().put(MENDED_ID, MENDED);
        console.endpoints().set(MENDED_ID, JSON.createObjectNode().put("endpoint_type", "AGENT_TYPE_SERVER"));
        console.cves().put(CRITICAL, 9.1, "CRITICAL", "Was mended on one.", List.of(HOSTILE, MENDED));
        console.cves().put(MIDDLING, 5.0, "MEDIUM", "x".repeat(4_000), List.of(HOSTILE, patched));
        Synced first = Connectors.create(api(), Connectors.to(tenant, OPTIONS));
        assertThat(first.status()).as(first.sync().toString()).isEqualTo("SUCCEEDED");
        console.endpoints().remove(gone);
        console.cves().patchHost(WORST, patched);
        console.cves().patchHost(MIDDLING, patched);
        console.cves().patchHost(CRITICAL, MENDED);
        sync(first.id());
        console.cves().addHost(WORST, patched);
        sync(first.id());
        preview(first.id());
        console.faults().always(Call.GET_ENDPOINT, new Fault.Status(401, "application/json", "{}"));
        assertThat(api().syncNow(first.id()).get("status").asString()).isEqualTo("FAILED");
    }

    /** Of settings that would take every finding out of sight, the hostile ones too. */
    private void preview(String id) {
        String previews = "/api/v1/connectors/" + id + "/previews";
        String asked = api().post(previews, "{\"dataPulling\":{\"ingest\":\"ASSETS_ONLY\"}}")
                .get("id")
                .asString();
        JsonNode told = Await.until("the preview", Duration.ofMinutes(1), () -> {
            JsonNode now = api().get(previews + "/" + asked);
            return now.get("status").asString().equals("RUNNING") ? null : now;
        });
        assertThat(told.get("status").asString()).as(told.toString()).isEqualTo("SUCCEEDED");
    }

    private void sync(String id) {
        JsonNode sync = api().syncNow(id);
        assertThat(sync.get("status").asString()).as(sync.toString()).isEqualTo("SUCCEEDED");
    }

    @Override
    public void close() {
        server.close();
        tenant.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
