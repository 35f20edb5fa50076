package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every fault at every call of a sync, seen through the front door: it is named, and not a row of the inventory is written. */
@TestInstance(Lifecycle.PER_CLASS)
class VendorFaultsTest {

    private static final String JSON = "application/json";
    private static final TenantOptions COMPANY = TenantOptions.defaults().withCves(1_400);

    private ServerProcess server;
    private Api api;
    private SimulatedTenant tenant;
    private String connector;
    private String intact;

    /**
     * A request of a sync: a call, and how many of that call go before. 229 endpoints are three windows after one probe, which is the
     * same request as the first window's.
     */
    enum Place {
        PROBE(Call.GET_ENDPOINT, 0),
        LATER_WINDOW(Call.GET_ENDPOINT, 2),
        CONFIRMATION(Call.GET_ENDPOINT, 4),
        START(Call.START_XQL_QUERY, 0),
        RESULTS(Call.GET_QUERY_RESULTS, 0),
        STREAM(Call.GET_QUERY_RESULTS_STREAM, 0);

        final Call call;
        final int before;

        Place(Call call, int before) {
            this.call = call;
            this.before = before;
        }
    }

    @BeforeAll
    void bringIn(@TempDir Path folder) {
        server = new ServerProcess(folder.resolve("data")).start();
        api = server.api();
        tenant = tenant();
        connector = Connectors.create(api, Connectors.to(tenant, COMPANY)).id();
        // Applied, this would archive, rename, fix and add.
        tenant.console().endpoints().remove(tenant.console().endpoints().idAt(0));
        tenant.console().endpoints().rename(tenant.console().endpoints().idAt(1), "RENAMED");
        String cve = tenant.console().cves().names().iterator().next();
        tenant.console().cves().remove(cve);
        tenant.console().cves().put("CVE-2030-0001", 9.8, "CRITICAL", "new", List.of("RENAMED"));
        intact = StoredState.everyRow(server.data());
    }

    @AfterAll
    void stop() {
        server.close();
        tenant.close();
    }

    static Stream<Arguments> lasting() {
        Map<Fault, String> faults = new LinkedHashMap<>();
        faults.put(new Fault.Status(401, JSON, ""), "AUTHENTICATION_FAILED");
        faults.put(new Fault.Status(402, "text/plain", "no"), "LICENSE_MISSING");
        faults.put(
                new Fault.Status(403, JSON, "{\"reply\":{\"err_code\":403,\"err_msg\":\"no\"}}"), "PERMISSION_DENIED");
        faults.put(new Fault.Status(404, "text/plain", "no"), "CONNECTION_FAILED");
        faults.put(
                new Fault.Status(500, JSON, "{\"reply\":{\"err_code\":500,\"err_msg\":\"no\"}}"), "VENDOR_UNAVAILABLE");
        faults.put(new Fault.Status(500, "text/plain", "Internal Server Error"), "VENDOR_UNAVAILABLE");
        faults.put(
                new Fault.Status(
                        500, JSON, "{\"reply\":{\"err_code\":500,\"err_extra\":{\"error_type\":\"QUOTA_EXCEEDED\"}}}"),
                "QUERY_QUOTA_EXCEEDED");
        faults.put(new Fault.ErrorEnvelopeIn200(403), "PERMISSION_DENIED");
        faults.put(new Fault.Garbage(), "INVALID_RESPONSE");
        faults.put(new Fault.Html(200), "INVALID_RESPONSE");
        faults.put(new Fault.Status(200, JSON, "{\"reply\":{\"endpoints\":{}}}"), "INVALID_RESPONSE");
        faults.put(new Fault.Truncate(20, true), "INCOMPLETE_RESPONSE");
        faults.put(new Fault.CutGzip(), "INCOMPLETE_RESPONSE");
        faults.put(new Fault.CutLastLine(), "INCOMPLETE_RESPONSE");
        return Stream.of(Place.values())
                .flatMap(place -> faults.entrySet().stream()
                        // A window that breaks off is asked for again, which takes its time: see below.
                        .filter(fault -> place.call != Call.GET_ENDPOINT
                                || !fault.getValue().equals("INCOMPLETE_RESPONSE"))
                        .map(fault -> Arguments.of(place, fault.getKey(), fault.getValue())));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("lasting")
    void aFaultIsNamedAndChangesNothing(Place place, Fault fault, String code) {
        tenant.console().faults().clear();
        tenant.console().faults().add(place.call, fault, Integer.MAX_VALUE, place.before);

        assertNamed(api.syncNow(connector), code);
        assertThat(StoredState.everyRow(server.data())).isEqualTo(intact);
        assertThat(api.get("/api/v1/connectors/" + connector).get("status").asString())
                .isEqualTo("FAILED");
    }

    /** These are asked for again for some ten seconds, so they are all tried at once. */
    @Test
    void whatMightHavePassedByItselfIsNamedInTheEnd() {
        Map<Fault, String> faults = new LinkedHashMap<>();
        faults.put(new Fault.Status(429, "text/plain", "Too many requests."), "RATE_LIMITED");
        faults.put(new Fault.Html(502), "VENDOR_UNAVAILABLE");
        faults.put(new Fault.Html(503), "VENDOR_UNAVAILABLE");
        faults.put(new Fault.Reset(), "CONNECTION_FAILED");
        faults.put(new Fault.Truncate(500, false), "INCOMPLETE_RESPONSE");
        List<SimulatedTenant> tenants = new ArrayList<>();
        Map<String, String> expected = new LinkedHashMap<>();
        try {
            faults.forEach((fault, code) -> {
                SimulatedTenant faulty = tenant();
                tenants.add(faulty);
                faulty.console().faults().always(Call.GET_ENDPOINT, fault);
                JsonNode created = api.post(
                        "/api/v1/connectors", Connectors.to(faulty, COMPANY).toString());
                expected.put(created.get("id").asString(), code);
            });
            expected.forEach((id, code) -> {
                assertNamed(api.awaitSync(id), code);
                assertThat(api.get("/api/v1/connectors/" + id).get("assetCount").asLong())
                        .isZero();
            });
        } finally {
            tenants.forEach(SimulatedTenant::close);
        }
    }

    private static void assertNamed(JsonNode failed, String code) {
        assertThat(failed.path("error").path("code").asString(""))
                .as(failed.toString())
                .isEqualTo(code);
        assertThat(failed.get("error").get("message").asString()).endsWith(".");
        assertThat(failed.get("error").get("remedy").asString()).endsWith(".");
    }

    private static SimulatedTenant tenant() {
        SimulatedTenant started = SimulatedTenant.start(COMPANY);
        started.console().behaviour().requestsPerSecond(0);
        // Queries whose results nobody fetched run on, and take places from those of the next sync.
        started.console().behaviour().parallelQueries(1_000);
        return started;
    }
}
