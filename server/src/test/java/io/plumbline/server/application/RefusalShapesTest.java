package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever refuses a request, the container, Spring or we: the answer has one shape and says what is wrong. */
class RefusalShapesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = RunningServer.start(data.resolve("data"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/nothing,404",
        "GET,/api/v1/connectors/999,404",
        "GET,/api/v1/connectors/01,404",
        "GET,/api/v1/connectors/%2B1,404",
        "GET,/api/v1/syncs/01,404",
        "PUT,/api/v1/connectors,405",
        "GET,/api/v1/connectors/%2e%2e,400",
        "GET,/api/v1//connectors,400",
        "GET,/api/v1/connectors;x=1,400",
        "GET,/api/v1/connectors?limit=0,400"
    })
    void everyRefusalHasTypeTitleStatusAndDetail(String method, String path, int status) throws Exception {
        JsonNode problem = refusal(status, send(method, path, BodyPublishers.noBody()));

        assertThat(problem.path("instance").asString()).isEqualTo(path.replaceFirst("[?].*", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/assets/a%2Fb", "/api/v1/assets?q=LONG", "/%2F"})
    void whatTheContainerRefusesByItselfHasThatShapeToo(String path) throws Exception {
        refusal(400, send("GET", path.replace("LONG", "x".repeat(10_000)), BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1//x", "/api/v1/;x", "/login//x"})
    void whatIsTurnedAwayBeforeAnythingElseHasTheHeadersOfAllAnswers(String path) throws Exception {
        assertThat(statusLine(path))
                .startsWith("HTTP/1.1 400")
                .contains(
                        "X-Content-Type-Options: nosniff",
                        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
                        "X-Frame-Options: DENY",
                        "Referrer-Policy: no-referrer",
                        "no-store");
    }

    /** Whoever is not signed in could fill it too. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/assets?q=%", "/api/v1/connectors?limit=%ff", "/health?x=%zz", "/login?failed=%zz"})
    void parametersThatCannotBeDecodedAreRefusedAndFillNoLog(String path) throws Exception {
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        heard.start();
        root.addAppender(heard);
        try {
            assertThat(statusLine(path)).startsWith("HTTP/1.1 400");
        } finally {
            root.detachAppender(heard);
        }
        assertThat(heard.list).isEmpty();
    }

    @Test
    void aBodyOfPartsIsNotIgnored() throws Exception {
        String created = post("/api/v1/connectors?sync=false", """
                        {"type": "cortex-xdr",
                         "settings": {"fqdn": "http://127.0.0.1:1", "apiKeyId": "1", "apiKey": "key"}}""").body();
        String id = JSON.readTree(created).path("id").asString();

        refusal(
                415,
                send(
                        "POST",
                        "/api/v1/connectors/" + id + "/test",
                        BodyPublishers.ofString("{}"),
                        "Content-Type",
                        "multipart/form-data; boundary=x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "application/yaml", "text/csv", "garbage"})
    void anAnswerInAnotherFormIsRefusedWithThoseThereAre(String accept) throws Exception {
        JsonNode problem = refusal(406, send("GET", "/api/v1/connectors", BodyPublishers.noBody(), "Accept", accept));

        assertThat(problem.path("detail").asString())
                .isEqualTo(
                        accept.equals("garbage")
                                ? "The header Accept is malformed."
                                : "This address answers as application/json.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/yaml"})
    void aBodyInAnotherFormIsRefusedWithThoseThereAre(String contentType) throws Exception {
        JsonNode problem = refusal(
                415, send("POST", "/api/v1/connectors", BodyPublishers.ofString("{}"), "Content-Type", contentType));

        assertThat(problem.path("detail").asString()).isEqualTo("Send the body as application/json.");
    }

    @Test
    void aParameterOfTheWrongTypeIsNamed() throws Exception {
        JsonNode problem = refusal(400, post("/api/v1/connectors?sync=maybe", "{}"));

        assertThat(problem.path("errors"))
                .isEqualTo(JSON.readTree("[{\"field\": \"sync\", \"message\": \"Must be true or false.\"}]"));
    }

    @Test
    void aValueThatIsNotAmongThoseOfAParameterIsAnsweredWithThem() throws Exception {
        JsonNode problem = refusal(400, send("GET", "/api/v1/syncs/1/log?level=LOUD", BodyPublishers.noBody()));

        assertThat(problem.path("errors"))
                .isEqualTo(
                        JSON.readTree("[{\"field\": \"level\", \"message\": \"Must be one of INFO, WARN, ERROR.\"}]"));
    }

    @ParameterizedTest
    @CsvSource({
        "allowMassChange,'{\"allowMassChange\": \"yes\"}',Is of the wrong type.",
        "allowMassChange,'{\"allowMassChange\": 1}',Is of the wrong type.",
        "allowMassChanges,'{\"allowMassChanges\": true}',There is no such field."
    })
    void aFieldOfABodyIsNamedAndNeverIgnored(String field, String body, String message) throws Exception {
        JsonNode problem = refusal(400, post("/api/v1/connectors/1/syncs", body));

        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
        assertThat(problem.path("errors").path(0).path("message").asString()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/connectors,''",
        "/api/v1/connectors,[]",
        "/api/v1/connectors/1/syncs,[]",
        "/api/v1/connectors/1/syncs,'\"text\"'",
        "/api/v1/connectors/1/syncs,'{\"allowMassChange\": false, \"allowMassChange\": true}'"
    })
    void aBodyThatIsNoObjectIsRefused(String path, String body) throws Exception {
        assertThat(refusal(400, post(path, body)).path("detail").asString())
                .isEqualTo("The body must be a JSON object.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyLargerThanAnyFormIsRefusedWhetherItTellsItsLengthOrNot(boolean tellsLength) throws Exception {
        byte[] body = new byte[1024 * 1024 + 1];
        Arrays.fill(body, (byte) ' ');
        BodyPublisher publisher = BodyPublishers.ofByteArray(body);

        HttpResponse<String> reply = send(
                "POST",
                "/api/v1/connectors",
                tellsLength ? publisher : BodyPublishers.fromPublisher(publisher),
                "Content-Type",
                "application/json");

        JsonNode problem = refusal(413, reply);
        // Told by its length it is refused before the filters that write headers.
        assertThat(reply.headers().map())
                .containsKeys("X-Content-Type-Options", "Content-Security-Policy", "Cache-Control", "X-Frame-Options");
        assertThat(problem.path("detail").asString()).isEqualTo("A body has at most 1 MiB.");
    }

    /** Of an address as it stands, which a client of Java would not send. */
    private static String statusLine(String path) throws Exception {
        try (Socket socket = new Socket(server.base().getHost(), server.base().getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + RunningServer.TOKEN + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private static HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.base().resolve(path))
                .header("Authorization", "Bearer " + RunningServer.TOKEN)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.send(request);
    }

    private static JsonNode refusal(int status, HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(reply.body());
        assertThat(problem.propertyNames()).contains("type", "title", "status", "detail");
        assertThat(problem.path("type").asString()).isEqualTo("about:blank");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).endsWith(".");
        return problem;
    }
}
