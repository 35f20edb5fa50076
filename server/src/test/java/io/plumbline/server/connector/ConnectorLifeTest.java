package io.plumbline.server.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.connector.ConnectorApi.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConnectorLifeTest extends ConnectorRestSuite {

    @Autowired
    private ConnectorSecrets secrets;

    @Test
    void enablingReturnsToTheStatusOfTheLastFinishedSync() throws Exception {
        String id = api.created("").id();
        connectors.markFailed(Integer.parseInt(id));
        assertThat(status(api.get("/connectors/" + id))).isEqualTo("FAILED");

        assertThat(status(api.post("/connectors/" + id + "/disable", null))).isEqualTo("DISABLED");
        connectors.markConnected(Integer.parseInt(id));
        assertThat(status(api.get("/connectors/" + id))).isEqualTo("DISABLED");
        assertThat(status(api.post("/connectors/" + id + "/enable", null))).isEqualTo("CONNECTED");
        assertThat(listener.heard).endsWith("disabled", "enabled");
    }

    @Test
    void disablingTwiceIsDisablingOnce() throws Exception {
        String id = api.created("").id();
        api.post("/connectors/" + id + "/disable", null);

        Reply again = api.post("/connectors/" + id + "/disable", null);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.tag()).isEqualTo("\"2\"");
        assertThat(listener.heard).hasSize(2);
    }

    @Test
    void aDeletedConnectorStaysVisibleUntilItsDataIsGone() throws Exception {
        int id = Integer.parseInt(api.created("\"name\": \"Doomed\",").id());

        Reply reply = api.delete(String.valueOf(id));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(status(reply)).isEqualTo("DELETING");
        assertThat(status(api.get("/connectors/" + id))).isEqualTo("DELETING");
        assertThat(listener.heard).endsWith("deleting");
        assertThat(api.delete(String.valueOf(id)).status()).isEqualTo(202);
        assertThat(listener.heard).hasSize(2);

        connectors.removed(id);
        assertThat(api.get("/connectors/" + id).status()).isEqualTo(404);
    }

    @Test
    void aConnectorBeingDeletedTakesNoOrders() throws Exception {
        String id = api.created("").id();
        api.delete(id);

        assertThat(api.patch(id, "{}").status()).isEqualTo(409);
        assertThat(api.post("/connectors/" + id + "/enable", null).status()).isEqualTo(409);
        assertThat(api.post("/connectors/" + id + "/disable", null).status()).isEqualTo(409);
        assertThat(api.post("/connectors/" + id + "/test", null).status()).isEqualTo(409);
    }

    @Test
    void deletingForgetsTheSecretsAndFreesTheNameAtOnce() throws Exception {
        String id = api.created("\"name\": \"Again\",").id();
        api.delete(id);

        assertThat(secrets.open(Integer.parseInt(id))).isEmpty();
        assertThat(api.created("\"name\": \"Again\",").status()).isEqualTo(201);
    }

    @Test
    void onlyADeletedConnectorCanBeRemoved() throws Exception {
        int id = Integer.parseInt(api.created("").id());

        connectors.removed(id);

        assertThat(connectors.find(id)).isPresent();
    }

    private static String status(Reply reply) {
        return reply.body().get("status").stringValue();
    }
}
