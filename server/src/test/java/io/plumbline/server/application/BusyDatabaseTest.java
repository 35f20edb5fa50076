package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Every connection to the database is taken. */
@ExtendWith(OutputCaptureExtension.class)
class BusyDatabaseTest {

    private static final int CONNECTIONS = 16;

    @Test
    void whoGetsNoConnectionIsToldToComeBackAndTheLogIsNotFlooded(@TempDir Path folder, CapturedOutput output)
            throws Exception {
        Map<String, String> settings = Map.of("plumbline.admin-password", Browser.PASSWORD);
        try (RunningServer server = RunningServer.start(folder.resolve("data"), settings);
                Browser browser = Browser.signedIn(server.base())) {
            Deque<Connection> all = takeAll(server.bean(DataSource.class));
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                Future<HttpResponse<String>> asked = thread.submit(() -> browser.get("/assets"));
                HttpResponse<String> call = server.get("/api/v1/assets");
                assertThat(call.statusCode()).as(call.body()).isEqualTo(503);
                assertThat(call.headers().firstValue("Retry-After")).contains("5");
                assertThat(call.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(call.body()).contains("Try again in some seconds.");

                HttpResponse<String> page = asked.get();
                assertThat(page.statusCode()).as(page.body()).isEqualTo(503);
                assertThat(page.body()).contains("<!doctype html>", "Try again in some seconds.");
                assertThat(page.headers().map()).containsKeys("X-Content-Type-Options", "Content-Security-Policy");
            } finally {
                for (Connection one : all) {
                    one.close();
                }
            }
            assertThat(server.get("/api/v1/assets").statusCode()).isEqualTo(200);
            assertThat(browser.get("/assets").statusCode()).isEqualTo(200);
        }
        assertThat(output.getAll())
                .contains("answered with 503")
                .doesNotContain("Servlet.service()", "Exception Processing");
    }

    private static Deque<Connection> takeAll(DataSource pool) throws Exception {
        Deque<Connection> taken = new ArrayDeque<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            taken.add(pool.getConnection());
        }
        return taken;
    }
}
