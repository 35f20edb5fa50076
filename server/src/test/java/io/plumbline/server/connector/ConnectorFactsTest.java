package io.plumbline.server.connector;

import static io.plumbline.server.connector.ConnectorApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.connector.ConnectorApi.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConnectorFactsTest extends ConnectorRestSuite {

    @Autowired
    private KnownFacts facts;

    @AfterEach
    void forget() {
        facts.runs.clear();
        facts.holdings.clear();
    }

    @Test
    void whatOtherPackagesKnowIsShown() throws Exception {
        int id = Integer.parseInt(api.created("").id());
        api.created("");
        facts.ran(id, "17", 3);
        facts.holdings.put(
                id, new ConnectorFacts.Holdings(4, 0, Map.of(Severity.HIGH, 3L, Severity.LOW, 2L), 0, null, null));

        Reply page = api.get("/connectors");

        assertThat(page.body().get("items").get(0).get("lastSync"))
                .isEqualTo(json("{\"id\": \"17\", \"progress\": {\"done\": 3}}"));
        assertThat(page.body().get("items").get(0).get("nextSyncAt").stringValue())
                .isEqualTo("2026-05-05T01:00:00Z");
        assertThat(page.body().get("items").get(0).get("assetCount").intValue()).isEqualTo(4);
        assertThat(page.body().get("items").get(0).get("openFindingCount").intValue())
                .isEqualTo(5);
        assertThat(page.body().get("items").get(1).get("lastSync").isNull()).isTrue();
    }

    @Test
    void whatWasReadMayBeSentBackThoughItsSyncHasMovedOn() throws Exception {
        String id = api.created("").id();
        facts.ran(Integer.parseInt(id), "17", 3);
        Reply read = api.get("/connectors/" + id);

        facts.ran(Integer.parseInt(id), "17", 4);
        assertThat(api.patch(id, read.body().toString()).status()).isEqualTo(200);

        facts.ran(Integer.parseInt(id), "18", 0);
        assertThat(api.patch(id, read.body().toString()).errorFields()).containsExactly("lastSync");
    }
}
