package io.plumbline.server.connector;

import static io.plumbline.server.connector.ConnectorApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.connector.ConnectorApi.Reply;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorChangeTest extends ConnectorRestSuite {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    @ParameterizedTest
    @ValueSource(strings = {"application/json", MERGE_PATCH})
    void aPatchChangesWhatItNamesAndNothingElse(String contentType) throws Exception {
        Reply before = api.created("\"dataPulling\": {\"purgeAfterDays\": 7},");

        Reply after =
                api.patch(before.id(), "{\"dataPulling\": {\"maxEndpoints\": 5000}}", "Content-Type", contentType);

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.tag()).isEqualTo("\"2\"");
        assertThat(after.body().get("dataPulling").get("maxEndpoints").intValue())
                .isEqualTo(5_000);
        assertThat(after.body().get("dataPulling").get("purgeAfterDays").intValue())
                .isEqualTo(7);
        assertThat(after.body().get("settings")).isEqualTo(before.body().get("settings"));
        assertThat(listener.heard).endsWith("changed 1 to 2 sync=false");
    }

    @Test
    void whatWasReadMayBeSentBack() throws Exception {
        Reply before = api.created("");

        Reply after = api.patch(before.id(), before.body().toString());

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(listener.heard).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\": \"0\"}                     | id",
                "{\"type\": \"cortex-xdr\"}          | type",
                "{\"type\": null}                    | type",
                "{\"status\": \"DISABLED\"}          | status",
                "{\"revision\": 9}                   | revision",
                "{\"assetCount\": 1}                 | assetCount",
                "{\"lastSync\": {\"id\": \"1\"}}     | lastSync",
                "{\"lastSync\": {\"a\": 1}}          | lastSync",
                "{\"colour\": null}                  | colour",
                "{\"settings\": {\"pin\": null}}     | settings.pin",
                "{\"settings\": {\"apiKey\": null}}  | settings.apiKey",
                "{\"settings\": {\"fqdn\": null}}    | settings.fqdn",
                "{\"dataPulling\": {\"label\": \"x\"}} | dataPulling.label",
            })
    void whatCannotBeChangedIsRefused(String patch, String field) throws Exception {
        Reply before = api.created("");

        Reply reply = api.patch(before.id(), patch);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorFields()).contains(field);
        assertThat(api.get("/connectors/" + before.id()).body()).isEqualTo(before.body());
    }

    @Test
    void nullMeansTheDefaultAndForTheScheduleByHandOnly() throws Exception {
        String id = api.created("""
                "name": "Mine", "dataPulling": {"maxEndpoints": 7}, "schedule": {"times": ["02:00"]},""").id();

        Reply reply = api.patch(id, "{\"name\": null, \"dataPulling\": {\"maxEndpoints\": null}, \"schedule\": null}");

        assertThat(reply.body().get("name").stringValue()).isEqualTo("Fake Vendor");
        assertThat(reply.body().get("dataPulling").get("maxEndpoints").intValue())
                .isEqualTo(1_000);
        assertThat(reply.body().get("schedule").isNull()).isTrue();
        assertThat(api.patch(id, "{\"schedule\": {\"days\": [\"MONDAY\"]}}")
                        .body()
                        .get("schedule"))
                .isEqualTo(json("{\"times\": [\"01:00\"], \"days\": [\"MONDAY\"], \"timeZone\": \"UTC\"}"));
    }

    @Test
    void aStaleChangeIsRefused() throws Exception {
        Reply read = api.created("");
        api.patch(read.id(), "{\"name\": \"First\"}", "If-Match", read.tag());

        assertThat(api.patch(read.id(), "{\"name\": \"Second\"}", "If-Match", read.tag())
                        .status())
                .isEqualTo(412);
        assertThat(api.post("/connectors/" + read.id() + "/disable", null, "If-Match", read.tag())
                        .status())
                .isEqualTo(412);
        assertThat(api.delete(read.id(), "If-Match", read.tag()).status()).isEqualTo(412);
        assertThat(api.get("/connectors/" + read.id()).body().get("name").stringValue())
                .isEqualTo("First");
        assertThat(api.patch(read.id(), "{\"name\": \"Third\"}", "If-Match", "\"1\", \"2\"")
                        .status())
                .isEqualTo(200);
        assertThat(api.patch(read.id(), "{\"name\": \"Fourth\"}", "If-Match", "*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aReadIsNeverAnsweredByNotModified() throws Exception {
        Reply read = api.created("");

        assertThat(api.get("/connectors/" + read.id(), "If-None-Match", read.tag())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theNameOfAnotherIsRefusedAndItsOwnMayChangeCase() throws Exception {
        api.created("\"name\": \"Taken\",");
        String id = api.created("\"name\": \"Mine\",").id();

        assertThat(api.patch(id, "{\"name\": \"tAKEN\"}").errorFields()).containsExactly("name");
        assertThat(api.patch(id, "{\"name\": \"MINE\"}").status()).isEqualTo(200);
    }

    @Test
    void updateAndSyncNowAsksForASyncAlsoWhereNothingChanged() throws Exception {
        String id = api.created("").id();

        api.patch(id + "?sync=true", "{\"name\": \"Other\"}");
        api.patch(id + "?sync=true", "{}");

        assertThat(listener.heard).endsWith("changed 1 to 2 sync=true", "changed 2 to 2 sync=true");
    }

    @Test
    void aDisabledConnectorIsNotSyncedByAChange() throws Exception {
        String id = api.created("").id();
        api.post("/connectors/" + id + "/disable", null);

        assertThat(api.patch(id + "?sync=true", "{\"name\": \"Other\"}").status())
                .isEqualTo(409);
        assertThat(api.patch(id, "{\"name\": \"Other\"}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"settings\": {\"fqdn\": \"b.vendor.example\"}}",
                "{\"settings\": {\"securityLevel\": \"ADVANCED\"}}",
                "{\"connection\": {\"proxyUrl\": \"http://proxy.example:3128\"}}",
                "{\"settings\": {\"fqdn\": \"b.vendor.example\"}, \"name\": \"\"}",
            })
    void whereTheKeyGoesElsewhereItIsEnteredAgain(String patch) throws Exception {
        String id = api.created("").id();

        assertThat(api.patch(id, patch).errorFields()).contains("settings.apiKey");
        assertThat(api.post("/connectors/" + id + "/test", patch).errorFields()).contains("settings.apiKey");
    }

    @Test
    void theKeyIsAskedForBesideOtherErrors() throws Exception {
        String id = api.created("").id();

        Reply reply = api.patch(id, "{\"settings\": {\"fqdn\": \"b.vendor.example\", \"apiKeyId\": \"x\"}}");

        assertThat(reply.errorFields()).containsExactlyInAnyOrder("settings.apiKeyId", "settings.apiKey");
    }

    @Test
    void theSameAddressInOtherWordsIsNoChange() throws Exception {
        Reply before = api.created("");

        Reply reply = api.patch(before.id(), "{\"settings\": {\"fqdn\": \" HTTPS://A.vendor.example\"}}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(before.body());
    }

    @Test
    void aProxysPasswordStaysWithItsProxy() throws Exception {
        String id = api.created("""
                "connection": {"proxyUrl": "http://proxy.example:3128", "proxyUser": "joe", "proxyPassword": "p-Sesame"},""").id();
        String move =
                "{\"settings\": {\"apiKey\": \"k2\"}, \"connection\": {\"proxyUrl\": \"http://other-proxy.example\"}}";

        assertThat(api.patch(id, move).errorFields()).containsExactly("connection.proxyPassword");
        Reply without = api.patch(id, "{\"settings\": {\"apiKey\": \"k2\"}, \"connection\": {\"proxyUrl\": null}}");

        assertThat(without.status()).isEqualTo(200);
        assertThat(without.body().get("connection").get("proxyUser").isNull()).isTrue();
        assertThat(jdbc.sql("select key from connector_secret")
                        .query(String.class)
                        .list())
                .containsExactly("apiKey");
    }

    @Test
    void anotherTenantIsConfirmedWhereThereIsAnInventory() throws Exception {
        String id = api.created("").id();
        String move = "{\"settings\": {\"fqdn\": \"b.vendor.example\", \"apiKey\": \"k2\"}}";
        jdbc.sql("""
                insert into asset (connector_id, external_id, name_id, folded_name, status, ipv4, ipv6, mac, tags, custom, search,
                  facets, content_hash, first_observed_at, first_seen_by_vendor, created_sync, changed_sync)
                values (:id, 'e', 1, '', 1, '{}', '{}', '{}', '{}', '{}', '', '{}', gen_random_uuid(), :at, true, 1, 1)""")
                .param("id", Integer.valueOf(id))
                .param("at", Timestamp.from(Instant.EPOCH))
                .update();

        Reply asked = api.patch(id, move);
        Reply level = api.patch(id, "{\"settings\": {\"securityLevel\": \"ADVANCED\", \"apiKey\": \"k2\"}}");
        Reply confirmed = api.patch(id + "?confirmTenantChange=true", move);

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body().get("detail").stringValue()).contains("confirmTenantChange=true");
        assertThat(level.status()).isEqualTo(200);
        assertThat(confirmed.status()).isEqualTo(200);
    }

    @Test
    void withoutInventoryTheTenantChangesFreely() throws Exception {
        String id = api.created("").id();

        assertThat(api.patch(id, "{\"settings\": {\"fqdn\": \"b.vendor.example\", \"apiKey\": \"k2\"}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatAListenerRefusesIsNotChanged() throws Exception {
        Reply before = api.created("");
        listener.refuseOnce();

        assertThat(api.patch(before.id(), "{\"name\": \"Other\"}").status()).isEqualTo(500);
        assertThat(api.get("/connectors/" + before.id()).body()).isEqualTo(before.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "99999999999", "x"})
    void anUnknownConnectorIsNotFound(String id) throws Exception {
        assertThat(api.patch(id, "{}").status()).isEqualTo(404);
        assertThat(api.get("/connectors/" + id).status()).isEqualTo(404);
        assertThat(api.delete(id).status()).isEqualTo(404);
        assertThat(api.post("/connectors/" + id + "/test", null).status()).isEqualTo(404);
    }
}
