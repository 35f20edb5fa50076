package io.plumbline.server.connector;

import static io.plumbline.server.connector.ConnectorApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.plumbline.server.connector.ConnectorApi.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a vendor on this machine that takes the key k-Sesame-1 and can be made to wait. */
class ConnectivityTestsTest extends ConnectorRestSuite {

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final Semaphore arrived = new Semaphore(0);
    private CountDownLatch mayAnswer = new CountDownLatch(0);
    private ExecutorService threads;
    private HttpServer vendor;

    @BeforeEach
    void start() throws IOException {
        threads = Executors.newCachedThreadPool();
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.setExecutor(threads);
        vendor.createContext("/ping", exchange -> {
            String key = exchange.getRequestHeaders().getFirst("Authorization");
            keys.add(key);
            arrived.release();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(key.equals("k-Sesame-1") ? 200 : 401, -1);
            exchange.close();
        });
        vendor.start();
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        vendor.stop(0);
        threads.shutdownNow();
    }

    @Test
    void anUnsavedFormIsTested() throws Exception {
        Reply reply =
                api.post("/connectors/test", form("k-Sesame-1", "\"dataPulling\": {\"ingest\": \"ASSETS_ONLY\"},"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(json("""
                {"passed": true, "checks": [
                 {"id": "address", "name": "Address", "status": "PASSED", "durationMillis": 1, "message": "Well-formed.",
                  "remedy": null, "detail": null},
                 {"id": "ping", "name": "Ping", "status": "PASSED", "durationMillis": 2, "message": "Answers.",
                  "remedy": null, "detail": null},
                 {"id": "limit", "name": "Limit", "status": "PASSED", "durationMillis": 0,
                  "message": "At most 1000, findings false", "remedy": null, "detail": null}]}"""));
        assertThat(connectors.all()).isEmpty();
    }

    @Test
    void aFailedCheckIsAnAnswer() throws Exception {
        Reply reply = api.post("/connectors/test", form("k-wrong", ""));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().get("passed").booleanValue()).isFalse();
        assertThat(statuses(reply)).containsExactly("PASSED", "FAILED", "SKIPPED");
    }

    @Test
    void aTestThatBreaksOffReportsEveryCheck() throws Exception {
        String form = form("k-Sesame-1", "");
        vendor.stop(0);

        Reply reply = api.post("/connectors/test", form);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(statuses(reply)).containsExactly("PASSED", "FAILED", "SKIPPED");
        assertThat(reply.body().get("checks").get(1).get("message").stringValue())
                .isEqualTo("No answer.");
    }

    @Test
    void nameAndScheduleMayStillBeUnfinished() throws Exception {
        api.created("\"name\": \"Taken\",");

        Reply reply = api.post(
                "/connectors/test",
                form(
                        "k-Sesame-1",
                        "\"name\": \"taken\", \"schedule\": {\"times\": []}, \"dataPulling\": {\"purgeAfterDays\": 0},"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().get("passed").booleanValue()).isTrue();
    }

    @Test
    void whatTheTestNeedsIsJudgedBeforeAnyRequest() throws Exception {
        Reply reply = api.post("/connectors/test", """
                {"type": "fake-vendor", "settings": {"fqdn": "http://127.0.0.2:1", "apiKeyId": "x", "apiKey": "k"},
                 "connection": {"requestsPerSecond": 0}, "dataPulling": {"maxEndpoints": 0}}""");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorFields())
                .containsExactlyInAnyOrder(
                        "settings.fqdn",
                        "settings.apiKeyId",
                        "connection.requestsPerSecond",
                        "dataPulling.maxEndpoints");
        assertThat(keys).isEmpty();
    }

    @Test
    void aStoredConnectorIsTestedWithItsStoredKeyOrAnother() throws Exception {
        String id = api.post("/connectors", form("k-Sesame-1", "")).id();

        Reply asItIs = api.post("/connectors/" + id + "/test", null);
        Reply otherwise = api.post("/connectors/" + id + "/test", "{\"settings\": {\"apiKey\": \"k-wrong\"}}");

        assertThat(asItIs.body().get("passed").booleanValue()).isTrue();
        assertThat(otherwise.body().get("passed").booleanValue()).isFalse();
        assertThat(keys).containsExactly("k-Sesame-1", "k-wrong");
        assertThat(api.get("/connectors/" + id).tag()).isEqualTo("\"1\"");
    }

    @Test
    void aStoredKeyIsNotSentToAnotherAddress() throws Exception {
        String id = api.created("").id();

        Reply reply = api.post("/connectors/" + id + "/test", "{\"settings\": {\"fqdn\": \"" + address() + "\"}}");

        assertThat(reply.errorFields()).containsExactly("settings.apiKey");
        assertThat(keys).isEmpty();
    }

    @Test
    void onlyAFewRunAtATime() throws Exception {
        mayAnswer = new CountDownLatch(1);
        List<Future<Reply>> running = new ArrayList<>();
        for (int i = 0; i < ConnectivityTests.AT_A_TIME; i++) {
            running.add(threads.submit(() -> api.post("/connectors/test", form("k-Sesame-1", ""))));
        }
        arrived.acquire(ConnectivityTests.AT_A_TIME);

        assertThat(api.post("/connectors/test", form("k-Sesame-1", "")).status())
                .isEqualTo(429);

        mayAnswer.countDown();
        for (Future<Reply> each : running) {
            assertThat(each.get().status()).isEqualTo(200);
        }
        assertThat(api.post("/connectors/test", form("k-Sesame-1", "")).status())
                .isEqualTo(200);
    }

    private String address() {
        return "http://127.0.0.1:" + vendor.getAddress().getPort();
    }

    private String form(String key, String extra) {
        return """
                {%s "type": "fake-vendor", "settings": {"fqdn": "%s", "apiKeyId": "7", "apiKey": "%s"}}""".formatted(extra, address(), key);
    }

    private static List<String> statuses(Reply reply) {
        return reply.body()
                .get("checks")
                .valueStream()
                .map(check -> check.get("status").stringValue())
                .toList();
    }
}
