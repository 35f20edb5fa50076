package io.plumbline.server.attack;

import io.plumbline.server.application.RunningServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What somebody sends who may configure connectors. */
final class ConnectorCalls {

    private ConnectorCalls() {}

    /** A connector to whatever answers at an address. */
    static ObjectNode to(String address) {
        ObjectNode connector = JsonMapper.shared().createObjectNode().put("type", "cortex-xdr");
        connector
                .putObject("settings")
                .put("fqdn", address)
                .put("apiKey", "k".repeat(64))
                .put("apiKeyId", "1")
                .put("securityLevel", "STANDARD");
        return connector;
    }

    /** @param call such as {@code /api/v1/connectors/test} */
    static HttpResponse<String> post(RunningServer server, String call, ObjectNode connector)
            throws IOException, InterruptedException {
        return server.send(HttpRequest.newBuilder(server.base().resolve(call))
                .header("Authorization", "Bearer " + RunningServer.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(connector.toString())));
    }
}
