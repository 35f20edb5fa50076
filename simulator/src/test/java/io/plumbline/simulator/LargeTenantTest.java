package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * A million affected hosts on two hundred thousand endpoints, served out of 24 MB. Held as text they would take three times as
 * much, and the process ends where its heap does.
 */
class LargeTenantTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ENDPOINTS = 200_000;

    private static TenantProcess process;
    private static TenantClient client;

    @BeforeAll
    static void start() throws IOException {
        process = TenantProcess.start(
                "24m", "--endpoints", Integer.toString(ENDPOINTS), "--cves", "1500", "--hosts-per-cve", "740");
        client = new TenantClient(process.url(), TenantOptions.defaults());
        client.console("PATCH", "/console/behaviour", "{\"requestsPerSecond\":0,\"pendingPolls\":0}");
    }

    @AfterAll
    static void stop() {
        client.close();
        process.close();
    }

    @Test
    void theStreamOfAllAffectedHostsIsServedInASmallHeap() throws Exception {
        var result = new Queries(client).result("dataset = va_cves");
        var request = "{\"request_data\":{\"stream_id\":\"%s\"}}"
                .formatted(result.at("/results/stream_id").asString());
        var options = TenantOptions.defaults();
        long rows = 0;
        long hosts = 0;
        try (var http = HttpClient.newHttpClient();
                var lines = new BufferedReader(new InputStreamReader(
                        http.send(
                                        client.post(
                                                        Call.GET_QUERY_RESULTS_STREAM.path(),
                                                        request,
                                                        options.standardKey(),
                                                        options.standardKeyId())
                                                .build(),
                                        BodyHandlers.ofInputStream())
                                .body(),
                        StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var row = JSON.readTree(line);
                rows++;
                hosts += row.path("affected_hosts").size();
                assertThat(row.path("affected_hosts").size())
                        .isEqualTo(row.path("affected_hosts_count").asInt());
            }
        }

        assertThat(rows)
                .isEqualTo(1_500)
                .isEqualTo(result.path("number_of_results").asLong());
        assertThat(hosts).isGreaterThan(1_000_000);
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void windowsFarInsideAreFullAndDoNotOverlap() {
        var ids = new HashSet<String>();
        for (int from = 0; from < ENDPOINTS; from += 19_900) {
            var reply = client.ask(Call.GET_ENDPOINT, """
                    {"search_from":%d,"search_to":%d,"sort":{"field":"endpoint_id","keyword":"ASC"}}
                    """.formatted(from, from + 100))
                    .reply();
            assertThat(reply.path("total_count").asInt()).isEqualTo(ENDPOINTS);
            reply.path("endpoints")
                    .forEach(row -> ids.add(row.path("endpoint_id").asString()));
        }

        assertThat(ids).hasSize(1_100);
    }

    @Test
    void theDefaultOrderIsServedToo() {
        var reply = client.ask(Call.GET_ENDPOINT, "{\"search_from\":150000,\"search_to\":150100}")
                .reply();

        assertThat(reply.path("result_count").asInt()).isEqualTo(100);
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void theConsoleTellsWhatAReaderShouldFind() {
        var expected = client.console("GET", "/console/expected?days=30", "").json();

        assertThat(expected.path("endpoints").asInt()).isEqualTo(ENDPOINTS);
        assertThat(expected.path("pairs").asLong()).isGreaterThan(900_000);
    }
}
