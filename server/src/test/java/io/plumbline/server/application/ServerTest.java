package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ServerTest {

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
    @ValueSource(strings = {"/health", "/metrics", "/api/v1/openapi.json"})
    void isOpenOnLoopback(String path) throws Exception {
        assertThat(anonymous(path).statusCode()).isEqualTo(200);
    }

    @Test
    void metricsAreInPrometheusForm() throws Exception {
        assertThat(anonymous("/metrics").body()).contains("# TYPE jvm_memory_used_bytes gauge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer wrong", "Basic YWRtaW46YWRtaW4=", "Bearer ", RunningServer.TOKEN})
    void withoutTheTokenEveryCallIsUnauthorizedWithAProblem(String authorization) throws Exception {
        HttpResponse<String> reply =
                server.send(HttpRequest.newBuilder(server.base().resolve("/api/v1/nothing"))
                        .header("Authorization", authorization));

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(reply.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(reply.body()).contains("\"status\":401", "\"title\":\"Unauthorized\"", "\"detail\"");
    }

    @Test
    void withTheTokenAnUnknownCallIsNotFoundWithAProblem() throws Exception {
        HttpResponse<String> reply = server.get("/api/v1/nothing");

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "/error",
                "/actuator",
                "/actuator/env",
                "/env",
                "/heapdump",
                "/prometheus",
                "/info",
                "/assets",
                "/weaknesses/export.csv"
            })
    void everythingElseAsksToSignInAlsoWhoeverHasAToken(String path) throws Exception {
        assertThat(anonymous(path)).satisfies(ServerTest::leadsToTheSignIn);
        assertThat(server.get(path)).satisfies(ServerTest::leadsToTheSignIn);
    }

    @Test
    void ofTheHealthNobodyHearsMore() throws Exception {
        assertThat(anonymous("/health/db").statusCode()).isEqualTo(404);
        assertThat(server.get("/health/db").statusCode()).isEqualTo(404);
    }

    private static void leadsToTheSignIn(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isEqualTo(302);
        assertThat(reply.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void repliesCarryTheSecurityHeadersAndNoCookie() throws Exception {
        HttpResponse<String> reply = server.get("/api/v1/nothing");

        assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(reply.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(reply.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(reply.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void sessionsOfThePoolAreNamedAndInUtc() {
        JdbcClient jdbc = server.bean(JdbcClient.class);

        assertThat(jdbc.sql("show timezone").query(String.class).single()).isEqualTo("UTC");
        assertThat(jdbc.sql("show application_name").query(String.class).single())
                .isEqualTo("plumbline");
    }

    @Test
    void withoutTheVariableNoTokenIsRight(@TempDir Path data) throws Exception {
        try (RunningServer closed = RunningServer.start(data.resolve("data"), Map.of("plumbline.admin-token", ""))) {
            assertThat(closed.get("/api/v1/nothing").statusCode()).isEqualTo(401);
            assertThat(closed.get("/health").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> anonymous(String path) throws IOException, InterruptedException {
        return server.send(HttpRequest.newBuilder(server.base().resolve(path)));
    }
}
