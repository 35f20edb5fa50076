package io.plumbline.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a server over its REST API as an administrator's script would. */
public final class Api {

    public static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String token;

    Api(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    record Answer(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonNode get(String path) {
        Answer answer = send("GET", path, null);
        if (answer.status() != 200) {
            throw new AssertionError("GET " + path + " answered " + answer);
        }
        return answer.json();
    }

    public JsonNode post(String path, String body) {
        Answer answer = send("POST", path, body);
        if (answer.status() >= 300) {
            throw new AssertionError("POST " + path + " answered " + answer);
        }
        return answer.json();
    }

    /** Every item of a list, page by page. */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        String cursor = "";
        do {
            JsonNode page = get(path + separator + "limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.get("items").forEach(items::add);
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        return items;
    }

    /** Waits for the sync that is queued or running, and gives the newest one as it ended. */
    public JsonNode awaitSync(String connectorId) {
        return Await.until("the sync of connector " + connectorId + " to end", Duration.ofMinutes(4), () -> {
            JsonNode sync = get("/api/v1/connectors/" + connectorId + "/syncs?limit=1")
                    .get("items")
                    .get(0);
            return sync == null
                            || List.of("QUEUED", "RUNNING")
                                    .contains(sync.get("status").asString())
                    ? null
                    : sync;
        });
    }

    public JsonNode syncNow(String connectorId) {
        post("/api/v1/connectors/" + connectorId + "/syncs", "{}");
        return awaitSync(connectorId);
    }
}
