package io.plumbline.server.connector;

import static io.plumbline.server.connector.ConnectorApi.body;
import static io.plumbline.server.connector.ConnectorApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.connector.ConnectorApi.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorCreationTest extends ConnectorRestSuite {

    @Test
    void aNewConnectorHasTheDefaultsAndShowsNoSecret() throws Exception {
        Reply reply = api.post("/connectors", body(""));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.response().headers().firstValue("Location")).hasValue("/api/v1/connectors/" + reply.id());
        assertThat(reply.tag()).isEqualTo("\"1\"");
        assertThat(reply.body()).isEqualTo(json("""
                {"id": "%s", "type": "fake-vendor", "name": "Fake Vendor", "gatewayId": null,
                 "settings": {"fqdn": "https://a.vendor.example", "apiKeyId": "7", "securityLevel": "STANDARD"},
                 "dataPulling": {"assetRetentionDays": 90, "removeAssetsWithStatus": [], "ingest": "ASSETS_AND_FINDINGS",
                   "maxEndpoints": 1000, "massChangeGuardPercent": 50, "includeExcluded": false, "findingsSource": "AUTOMATIC",
                   "filters": {"groups": [], "tags": [], "platforms": [], "endpointTypes": [], "minimumSeverity": null},
                   "label": null, "purgeAfterDays": 365},
                 "connection": {"proxyUrl": null, "proxyUser": null, "trustedCa": null, "requestsPerSecond": 10},
                 "schedule": {"times": ["01:00"], "timeZone": "UTC",
                   "days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]},
                 "status": "CONNECTING", "lastSync": null, "nextSyncAt": null, "assetCount": 0, "openFindingCount": 0, "validation": null,
                 "revision": 1}""".formatted(reply.id())));
        assertThat(listener.heard).containsExactly("created Fake Vendor sync=true");
    }

    @Test
    void theFirstSyncIsLeftOutOnRequest() throws Exception {
        api.post("/connectors?sync=false", body("\"name\": \"Quiet\","));

        assertThat(listener.heard).containsExactly("created Quiet sync=false");
    }

    @Test
    void everythingThatIsSetIsKept() throws Exception {
        String id = api.created("""
                "name": "  Büro Çankırı  ", "gatewayId": null,
                "dataPulling": {"assetRetentionDays": 1, "removeAssetsWithStatus": ["lost", "LOST", "brand new"],
                  "ingest": "ASSETS_ONLY", "maxEndpoints": 10000000, "massChangeGuardPercent": 100, "includeExcluded": true,
                  "findingsSource": "VA_CVES", "filters": {"groups": [], "minimumSeverity": null}, "label": null,
                  "purgeAfterDays": 3650},
                "connection": {"proxyUrl": "HTTP://Proxy.example:3128/", "proxyUser": "joe", "proxyPassword": "p-Sesame",
                  "requestsPerSecond": 100},
                "schedule": {"times": ["13:30", "01:05", "13:30"], "days": ["SUNDAY", "MONDAY"], "timeZone": "Europe/Istanbul"},
                """).id();

        Reply reply = api.get("/connectors/" + id);

        assertThat(reply.body().get("name").stringValue()).isEqualTo("Büro Çankırı");
        assertThat(reply.body().get("dataPulling").get("removeAssetsWithStatus"))
                .isEqualTo(json("[\"LOST\",\"BRAND NEW\"]"));
        assertThat(reply.body().get("dataPulling").get("ingest").stringValue()).isEqualTo("ASSETS_ONLY");
        assertThat(reply.body().get("dataPulling").get("maxEndpoints").intValue())
                .isEqualTo(10_000_000);
        assertThat(reply.body().get("dataPulling").get("includeExcluded").booleanValue())
                .isTrue();
        assertThat(reply.body().get("connection")).isEqualTo(json("""
                {"proxyUrl": "http://proxy.example:3128", "proxyUser": "joe", "trustedCa": null, "requestsPerSecond": 100}"""));
        assertThat(reply.body().get("schedule")).isEqualTo(json("""
                {"times": ["01:05", "13:30"], "days": ["MONDAY", "SUNDAY"], "timeZone": "Europe/Istanbul"}"""));
    }

    @Test
    void aNullScheduleIsByHandOnlyAndAPartOfOneIsFilledUp() throws Exception {
        assertThat(api.created("\"schedule\": null,").body().get("schedule").isNull())
                .isTrue();
        assertThat(api.created("\"schedule\": {\"times\": [\"02:00\"]},")
                        .body()
                        .get("schedule")
                        .get("timeZone")
                        .stringValue())
                .isEqualTo("UTC");
    }

    /** One member that is wrong, and the field that is blamed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": \"  \"                                        | name",
                "\"name\": 5                                             | name",
                "\"name\": \"a\\u0000b\"                                 | name",
                "\"name\": \"a\\ud800b\"                                 | name",
                "\"name\": \"\\u202e \\ufeff\"                           | name",
                "\"lastSync\": {}                                       | lastSync",
                "\"lastSync\": {\"status\": \"RUNNING\"}                | lastSync",
                "\"dataPulling\": {\"removeAssetsWithStatus\": [\"\\udc00\"]} | dataPulling.removeAssetsWithStatus",
                "\"nmae\": \"x\"                                         | nmae",
                "\"nmae\": null                                          | nmae",
                "\"gatewayId\": \"1\"                                    | gatewayId",
                "\"status\": \"CONNECTED\"                               | status",
                "\"revision\": 1                                         | revision",
                "\"dataPulling\": []                                     | dataPulling",
                "\"dataPulling\": {\"assetRetentionDays\": 0}            | dataPulling.assetRetentionDays",
                "\"dataPulling\": {\"assetRetentionDays\": 3651}         | dataPulling.assetRetentionDays",
                "\"dataPulling\": {\"assetRetentionDays\": 1.5}          | dataPulling.assetRetentionDays",
                "\"dataPulling\": {\"assetRetentionDays\": \"90\"}       | dataPulling.assetRetentionDays",
                "\"dataPulling\": {\"maxEndpoints\": 10000001}           | dataPulling.maxEndpoints",
                "\"dataPulling\": {\"maxEndpoints\": 99999999999999999999} | dataPulling.maxEndpoints",
                "\"dataPulling\": {\"massChangeGuardPercent\": 101}      | dataPulling.massChangeGuardPercent",
                "\"dataPulling\": {\"purgeAfterDays\": 0}                | dataPulling.purgeAfterDays",
                "\"dataPulling\": {\"ingest\": \"assets_only\"}          | dataPulling.ingest",
                "\"dataPulling\": {\"includeExcluded\": \"true\"}        | dataPulling.includeExcluded",
                "\"dataPulling\": {\"findingsSource\": \"VA_ENDPOINTS\"} | dataPulling.findingsSource",
                "\"dataPulling\": {\"findingsSource\": \"NONE\"}         | dataPulling.findingsSource",
                "\"dataPulling\": {\"filters\": {\"groups\": [\"x\"]}}   | dataPulling.filters.groups",
                "\"dataPulling\": {\"filters\": {\"colour\": []}}        | dataPulling.filters.colour",
                "\"dataPulling\": {\"filters\": {\"minimumSeverity\": \"LOW\"}} | dataPulling.filters.minimumSeverity",
                "\"dataPulling\": {\"label\": \"\"}                      | dataPulling.label",
                "\"dataPulling\": {\"removeAssetsWithStatus\": [\" \"]}  | dataPulling.removeAssetsWithStatus",
                "\"dataPulling\": {\"removeAssetsWithStatus\": \"LOST\"} | dataPulling.removeAssetsWithStatus",
                "\"connection\": {\"requestsPerSecond\": 0}              | connection.requestsPerSecond",
                "\"connection\": {\"proxyUrl\": \"http://elsewhere:1\"}  | connection.proxyUrl",
                "\"connection\": {\"proxyUrl\": \"http://proxy.example:3129\"} | connection.proxyUrl",
                "\"connection\": {\"proxyUrl\": \"socks://proxy.example:3128\"} | connection.proxyUrl",
                "\"connection\": {\"proxyUrl\": \"http://a:b@proxy.example:3128\"} | connection.proxyUrl",
                "\"connection\": {\"proxyUser\": \"joe\"}                | connection.proxyUser",
                "\"connection\": {\"proxyPassword\": \"p\"}              | connection.proxyPassword",
                "\"connection\": {\"trustedCa\": \"no certificate\"}     | connection.trustedCa",
                "\"schedule\": {\"times\": []}                           | schedule.times",
                "\"schedule\": {\"times\": [\"1:00\"]}                   | schedule.times",
                "\"schedule\": {\"times\": [\"24:00\"]}                  | schedule.times",
                "\"schedule\": {\"days\": []}                            | schedule.days",
                "\"schedule\": {\"days\": [\"monday\"]}                  | schedule.days",
                "\"schedule\": {\"timeZone\": \"+02:00\"}                | schedule.timeZone",
                "\"schedule\": {\"timeZone\": \"Mars/Olympus\"}          | schedule.timeZone",
                "\"schedule\": \"daily\"                                 | schedule",
            })
    void aWrongFieldIsBlamedAtItsPath(String member, String field) throws Exception {
        Reply reply = api.post("/connectors", body(member + ","));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorFields()).containsExactly(field);
        assertThat(reply.response().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(connectors.all()).isEmpty();
        assertThat(listener.heard).isEmpty();
    }

    @Test
    void allErrorsAreToldAtOnce() throws Exception {
        Reply reply = api.post("/connectors", """
                {"type": "fake-vendor", "name": "", "color": 1, "settings": {"fqdn": "evil.test", "apiKeyId": "x", "pin": "1"},
                 "dataPulling": {"maxEndpoints": 0, "label": "l"}, "connection": {"trustedCa": ""}, "schedule": {"times": []}}""");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorFields())
                .containsExactlyInAnyOrder(
                        "name",
                        "color",
                        "settings.fqdn",
                        "settings.apiKeyId",
                        "settings.apiKey",
                        "settings.pin",
                        "dataPulling.maxEndpoints",
                        "dataPulling.label",
                        "connection.trustedCa",
                        "schedule.times");
    }

    @Test
    void anUnknownTypeIsBlamedBesideTheOtherErrors() throws Exception {
        Reply reply = api.post("/connectors", "{\"type\": \"nope\", \"schedule\": {\"days\": []}}");

        assertThat(reply.errorFields()).containsExactlyInAnyOrder("type", "schedule.days");
        assertThat(api.post("/connectors", "{}").errorFields()).containsExactly("type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "null", "{\"type\": \"fake-vendor\"", "{} {}", "{\"name\": \"a\", \"name\": \"b\"}"})
    void whatIsNoJsonObjectIsRefused(String text) throws Exception {
        assertThat(api.post("/connectors", text).status()).isEqualTo(400);
    }

    @Test
    void namesAreUniqueWithoutRegardToCaseOrComposition() throws Exception {
        api.created("\"name\": \"Zürich IŞIK\",");

        Reply reply = api.post("/connectors", body("\"name\": \"zU\u0308RICH işik\","));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorFields()).containsExactly("name");
    }

    @Test
    void aHundredCharactersAreAName() throws Exception {
        api.created("\"name\": \"" + "😀".repeat(100) + "\",");

        assertThat(api.post("/connectors", body("\"name\": \"" + "x".repeat(101) + "\","))
                        .errorFields())
                .containsExactly("name");
    }

    @Test
    void connectorsCreatedAtOnceGetDefaultNamesOfTheirOwn() throws Exception {
        List<Callable<Reply>> requests = new ArrayList<>();
        IntStream.range(0, 8).forEach(i -> requests.add(() -> api.created("")));
        List<String> names = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (Future<Reply> reply : pool.invokeAll(requests)) {
                names.add(reply.get().body().get("name").stringValue());
            }
        }

        List<String> expected = new ArrayList<>(List.of("Fake Vendor"));
        IntStream.rangeClosed(2, 8).forEach(number -> expected.add("Fake Vendor " + number));
        assertThat(names).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatAListenerRefusesIsNotCreated() throws Exception {
        listener.refuseOnce();

        assertThat(api.post("/connectors", body("")).status()).isEqualTo(500);
        assertThat(connectors.all()).isEmpty();
    }

    @Test
    void theLibraryTellsWhatTheFormNeeds() throws Exception {
        Reply reply = api.get("/connector-types");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()
                        .valueStream()
                        .filter(type -> type.get("id").stringValue().equals("fake-vendor"))
                        .findFirst()
                        .orElseThrow()
                        .get("settings")
                        .get(3))
                .isEqualTo(json("""
                        {"key": "securityLevel", "label": "Level", "type": "CHOICE", "required": false, "secret": false,
                         "default": "STANDARD", "options": ["STANDARD", "ADVANCED"], "help": "Level."}"""));
    }
}
