package io.plumbline.server.connector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the REST API, and the bodies that tests send. Keeps every body it received. */
final class ConnectorApi {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    final List<String> received = new ArrayList<>();

    ConnectorApi(int port) {
        this.port = port;
    }

    record Reply(int status, HttpResponse<String> response, JsonNode body) {

        List<String> errorFields() {
            return body.path("errors")
                    .valueStream()
                    .map(error -> error.get("field").stringValue())
                    .toList();
        }

        String id() {
            return body.get("id").stringValue();
        }

        String tag() {
            return response.headers().firstValue("ETag").orElseThrow();
        }
    }

    Reply get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, null, headers);
    }

    Reply post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send("POST", path, body, headers);
    }

    Reply patch(String id, String body, String... headers) throws IOException, InterruptedException {
        return send("PATCH", "/connectors/" + id, body, headers);
    }

    Reply delete(String id, String... headers) throws IOException, InterruptedException {
        return send("DELETE", "/connectors/" + id, null, headers);
    }

    /** A connector of the fake vendor; {@code extra} is more members, each ending with a comma. */
    static String body(String extra) {
        return """
                {%s "type": "fake-vendor",
                 "settings": {"fqdn": "a.vendor.example", "apiKeyId": "7", "apiKey": "k-Sesame-1"}}""".formatted(extra);
    }

    Reply created(String extra) throws IOException, InterruptedException {
        Reply reply = post("/connectors", body(extra));
        if (reply.status() != 201) {
            throw new AssertionError("not created: " + reply);
        }
        return reply;
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private Reply send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        synchronized (received) {
            received.add(response.headers().map() + response.body());
        }
        JsonNode json = response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
        return new Reply(response.statusCode(), response, json);
    }
}
