package io.plumbline.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.sync.MovableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of the inventory's REST share: one server and one database for all of them, emptied before each. */
@SpringBootTest(
        classes = InventoryRestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "plumbline.data=target/inventory-rest-tests")
public abstract class InventoryRestSuite {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    protected ScriptedSyncs syncs;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @BeforeEach
    void empty() {
        syncs.forgetAll();
        clock.set("2026-03-10T12:00:00Z");
    }

    /** @param path below {@code /api/v1}, as it goes into the URL */
    protected RestReply get(String path) throws Exception {
        HttpResponse<String> response = send(path, "application/json");
        return new RestReply(response.statusCode(), JSON.readTree(response.body()));
    }

    protected HttpResponse<String> send(String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .setHeader("Accept", accept)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** A whole list, page by page; every page says the same total. */
    protected List<JsonNode> pageByPage(String list, int limit) throws Exception {
        String separator = list.contains("?") ? "&" : "?";
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        long total;
        do {
            RestReply page = get(list + separator + "limit=" + limit + cursor);
            assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
            page.body().get("items").forEach(items::add);
            JsonNode next = page.body().get("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.stringValue();
            total = page.total();
            assertThat(page.body().get("items").size()).isLessThanOrEqualTo(limit);
        } while (!cursor.isEmpty());
        assertThat(total).isEqualTo(items.size());
        return items;
    }
}
