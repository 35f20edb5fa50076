package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;

class ReadinessTest {

    /** Asks for the server's health while it is listening and still has something to put in order. */
    static final class Probe implements ApplicationRunner {

        private final Environment environment;
        private int statusWhileStarting;

        Probe(Environment environment) {
            this.environment = environment;
        }

        @Override
        public void run(ApplicationArguments arguments) throws Exception {
            URI health = URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + "/health");
            try (HttpClient client = HttpClient.newHttpClient()) {
                statusWhileStarting = client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                        .statusCode();
            }
        }
    }

    @Test
    void healthIsGoodOnlyOnceTheServerIsReady(@TempDir Path data) throws Exception {
        try (RunningServer server =
                RunningServer.start(data.resolve("data"), Map.of("spring.main.sources", Probe.class.getName()))) {
            assertThat(server.bean(Probe.class).statusWhileStarting).isEqualTo(503);
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
        }
    }
}
