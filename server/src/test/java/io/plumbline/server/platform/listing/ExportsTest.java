package io.plumbline.server.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = ExportTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "spring.flyway.enabled=false",
            "spring.profiles.active=numbers",
            "plumbline.data=target/export-tests"
        })
class ExportsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** 60 MB, of which no buffer takes more than a few: it goes on for as long as its client reads. */
    private static final String LONG = "/numbers?upTo=30000&letters=2000";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void csvHasAHeadingAndEveryRecordOfAllPages() throws Exception {
        HttpResponse<String> answer = get("/numbers?upTo=2500", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(header(answer, "Content-Disposition")).isEqualTo("attachment; filename=\"numbers-2026-05-04.csv\"");
        String[] lines = answer.body().split("\r\n", -1);
        assertThat(lines).hasSize(2502).startsWith("number,opposite,text", "1,-1,xxx");
        assertThat(lines[2500]).isEqualTo("2500,-2500,xxx");
        assertThat(lines[2501]).isEmpty();
    }

    @Test
    void jsonLinesAreTheRecordsOfTheListInItsOrder() throws Exception {
        HttpResponse<String> answer = get("/numbers?upTo=1001&sort=-number", "application/x-ndjson");

        assertThat(header(answer, "Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"numbers-2026-05-04.ndjson\"");
        assertThat(answer.body().lines())
                .hasSize(1001)
                .startsWith("{\"number\":1001,\"opposite\":-1001,\"text\":\"xxx\"}");
        assertThat(answer.body()).endsWith("}\n");
    }

    @Test
    void anEmptyListIsAHeadingOrNothing() throws Exception {
        assertThat(get("/numbers?upTo=0", "text/csv").body()).isEqualTo("number,opposite,text\r\n");
        assertThat(get("/numbers?upTo=0", "application/x-ndjson").body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                          | application/json",
                "application/json                             | application/json",
                "application/*                                | application/json",
                "text/html,application/xml;q=0.9,*/*;q=0.8    | application/json",
                "text/csv;q=0.5, application/json             | application/json",
                "text/csv, application/json;q=0.5             | text/csv;charset=UTF-8",
                "text/*                                       | text/csv;charset=UTF-8",
                "application/x-ndjson                         | application/x-ndjson",
            })
    void whatIsAcceptedDecidesHowTheListIsWritten(String accept, String contentType) throws Exception {
        assertThat(header(get("/numbers", accept), "Content-Type")).isEqualTo(contentType);
    }

    @Test
    void whatTheListCannotBeWrittenAsIsNotAcceptable() throws Exception {
        HttpResponse<String> answer = get("/numbers", "application/xml");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=5", "cursor=YQ", "sort=age", "colour=red"})
    void whatCannotBeAskedIsRefusedAsAProblem(String parameter) throws Exception {
        for (String accept : List.of("text/csv", "application/x-ndjson")) {
            HttpResponse<String> answer = get("/numbers?" + parameter, accept);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(answer.body()).contains("\"field\":\"" + parameter.substring(0, parameter.indexOf('=')) + '"');
        }
    }

    @Test
    void failingBeforeTheFirstByteIsAnError() throws Exception {
        HttpResponse<String> answer = get("/numbers?bad=3", "text/csv");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(answer.body()).doesNotContain("number,opposite");
    }

    @Test
    void failingLaterBreaksTheConnectionOff() {
        assertThatThrownBy(() -> get("/numbers?upTo=2500&bad=2100", "text/csv")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get("/numbers?upTo=2500&bad=2100", "application/x-ndjson"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void nothingFollowsTheRecordsThatWereReadBeforeTheFailure() throws Exception {
        String request = "GET /numbers?upTo=2500&bad=2100 HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/csv\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            // The record's line, the chunk's end, and not the empty chunk that would end the answer.
            assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\n2000,-2000,xxx\r\n\r\n");
        }
    }

    @Test
    void aClientThatGoesAwayEndsTheReading() throws Exception {
        try (InputStream body = open(LONG).body()) {
            assertThat(body.read()).isPositive();
            assertThat(readers()).isOne();
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(readers()).isZero());
    }

    @Test
    void onlySoManyRunAtATime() throws Exception {
        List<InputStream> running = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                running.add(open(LONG).body());
            }
            assertThat(get("/numbers", "text/csv").statusCode()).isEqualTo(429);
            assertThat(get("/numbers", "application/json").statusCode()).isEqualTo(200);
        } finally {
            for (InputStream body : running) {
                body.close();
            }
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(get("/numbers", "text/csv").statusCode()).isEqualTo(200));
    }

    /** Transactions other than the one that counts. */
    private int readers() {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null""").query(Integer.class).single();
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return CLIENT.send(request(path, accept), BodyHandlers.ofString());
    }

    private HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path, "application/x-ndjson"), BodyHandlers.ofInputStream());
    }

    private HttpRequest request(String path, String accept) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", accept)
                .build();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }
}
