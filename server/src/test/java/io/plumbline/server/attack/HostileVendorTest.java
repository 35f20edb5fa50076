package io.plumbline.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plumbline.server.application.PageText;
import io.plumbline.server.application.RunningServer;
import io.plumbline.server.application.TenantServer;
import io.plumbline.simulator.TenantConsole;
import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A vendor, or whoever can write there, sends what does harm. */
class HostileVendorTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> TEXTS = List.of(
            "endpoint_name",
            "endpoint_type",
            "endpoint_status",
            "os_type",
            "os_version",
            "operating_system",
            "domain",
            "alias",
            "endpoint_version",
            "content_version",
            "content_status",
            "installation_package",
            "assigned_prevention_policy",
            "assigned_extensions_policy",
            "scan_status",
            "operational_status",
            "operational_status_description",
            "is_isolated",
            "public_ip",
            "cloud_provider",
            "cloud_region",
            "cloud_provider_account_id",
            "cloud_instance_id",
            "cloud_id",
            "a_field_that_nobody_knows");

    private static final List<String> LISTS =
            List.of("ip", "ipv6", "mac_address", "users", "group_name", "active_directory");

    private static final List<String> OF_CVES =
            List.of("description", "type", "os_type", "confidentiality", "integrity", "availability");

    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|action)=\"(/[^\"#]*)");

    private static final int PAGES = 150;

    @Test
    void aScriptInAnyFieldIsATextOnEveryPage(@TempDir Path folder) throws Exception {
        try (TenantServer world = TenantServer.start(
                folder, TenantOptions.defaults().withEndpoints(5).withCves(3))) {
            poison(world.tenant());
            String sync = world.sync(world.connect(script("connector")));
            assertThat(world.browser().get(sync).body()).contains("All of its changes are in the inventory.");

            Set<String> seen = crawl(world);

            assertThat(seen).hasSizeGreaterThan(60);
            String all = world.server().get("/api/v1/assets?limit=1000").body()
                    + world.server().get("/api/v1/findings?limit=1000").body()
                    + world.server().get("/api/v1/weaknesses?limit=1000").body();
            for (String field : List.of(
                    "endpoint_name",
                    "operating_system",
                    "users",
                    "group_name",
                    "server_tags",
                    "description",
                    "affected_products")) {
                assertThat(all).as("the attack arrived").contains("alert('" + field + "')");
            }
        }
    }

    private static void poison(TenantConsole tenant) {
        String id = tenant.endpoints().idAt(0);
        ObjectNode fields = JSON.createObjectNode();
        TEXTS.forEach(field -> fields.put(field, script(field)));
        LISTS.forEach(field -> fields.putArray(field).add(script(field)));
        tenant.endpoints().set(id, fields);
        tenant.endpoints().setTags(id, List.of(script("server_tags")), List.of(script("endpoint_tags")));
        ObjectNode cve = JSON.createObjectNode();
        OF_CVES.forEach(field -> cve.put(field, script(field)));
        cve.putArray("affected_products").add(script("affected_products"));
        // Of a host that is like any other, too: one with such a status is scanned by nobody.
        List<String> hosts = List.of(
                script("endpoint_name"),
                script("affected_hosts"),
                tenant.endpoints().get(tenant.endpoints().idAt(1)).name());
        tenant.cves().put("CVE-2026-31337", 9.9, "CRITICAL", "x", hosts);
        tenant.cves().set("CVE-2026-31337", cve);
        tenant.cves().put("CVE-2026-31338", 9.9, script("severity"), script("description"), hosts);
        tenant.cves().put(script("name"), 5, "MEDIUM", script("description"), hosts);
    }

    /** Ends whatever it stands in, and runs. The name of its field tells where it got through. */
    private static String script(String field) {
        return "\"'></a><script>alert('%1$s')</script><img src=x onerror=alert('%1$s')>{{7*7}}${7*7}".formatted(field);
    }

    /** Follows every link and every piece that a script would ask for. */
    private static Set<String> crawl(TenantServer world) throws Exception {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(
                List.of("/", "/assets", "/findings", "/weaknesses", "/connectors", "/find?q=alert", "/settings/audit"));
        while (!open.isEmpty() && seen.size() < PAGES) {
            String path = open.poll();
            if (!seen.add(path)) {
                continue;
            }
            HttpResponse<String> reply = world.browser().get(path);
            assertThat(reply.statusCode()).as(path).isLessThan(500);
            if (reply.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                PageText.assertHarmless(reply.body());
                assertThat(reply.body()).as(path).doesNotContain("<img src=x", "49}", "</script><");
                Matcher links = LINK.matcher(reply.body());
                while (links.find()) {
                    String link = links.group(1)
                            .replace("&amp;", "&")
                            .replace("&#34;", "\"")
                            .replace("&#39;", "'");
                    if (!link.startsWith("/static/") && !link.startsWith("/logout")) {
                        open.add(link);
                    }
                }
            } else {
                assertThat(reply.headers().firstValue("X-Content-Type-Options"))
                        .as(path)
                        .hasValue("nosniff");
            }
        }
        return seen;
    }

    /** What a reply is that would fill any memory. */
    enum Flood {
        ONE_TEXT_WITHOUT_END("{\"reply\":{\"total_count\":1,\"endpoints\":[{\"endpoint_name\":\"", "a".repeat(65_536)),
        BLANKS_WITHOUT_END("", " ".repeat(65_536)),
        BRACKETS_WITHOUT_END("", "[".repeat(65_536)),
        NUMBERS_WITHOUT_END("{\"reply\":{\"total_count\":", "9".repeat(65_536)),
        FIELDS_WITHOUT_END("{\"reply\":{", "\"a\":1,".repeat(10_000)),
        NO_JSON_AT_ALL("", "\u0001\u0002binary".repeat(8_000));

        private final String beginning;
        private final String again;

        Flood(String beginning, String again) {
            this.beginning = beginning;
            this.again = again;
        }
    }

    private static final long GIGABYTE = 1L << 30;

    /** Far more than any honest reply has, and far less than the memory of a server. */
    private static final long TAKEN_AT_MOST = 256L << 20;

    private static final long PACKED_TAKEN_AT_MOST = 32L << 20;

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aGigabyteFromTheVendorIsNotTaken(Flood flood) throws Exception {
        AtomicLong sent = new AtomicLong();
        attack(Map.of(), exchange -> pour(exchange.getResponseBody(), utf8(flood.beginning), utf8(flood.again), sent));
        assertThat(sent.get()).as("bytes taken").isLessThan(TAKEN_AT_MOST);
    }

    /** A thousand gigabytes inside one. */
    @ParameterizedTest
    @EnumSource
    void aBombIsNotUnpacked(Flood flood) throws Exception {
        AtomicLong sent = new AtomicLong();
        GzipBomb bomb = new GzipBomb(utf8(flood.beginning), utf8(flood.again.repeat(200)));
        attack(
                Map.of("Content-Encoding", "gzip"),
                exchange -> pour(exchange.getResponseBody(), bomb.beginning(), bomb.again(), sent));
        assertThat(sent.get())
                .as("packed bytes taken, buffers on the way included")
                .isLessThan(PACKED_TAKEN_AT_MOST);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void pour(OutputStream body, byte[] beginning, byte[] again, AtomicLong sent) {
        try (body) {
            body.write(beginning);
            while (sent.get() < GIGABYTE) {
                body.write(again);
                sent.addAndGet(again.length);
            }
        } catch (IOException refused) {
            // as it should be
        }
    }

    private interface Answer {

        void to(HttpExchange exchange) throws IOException;
    }

    /** A connector to a vendor that answers everything so: the sync fails and says why, the server lives and has nothing of it. */
    private static void attack(Map<String, String> headers, Answer answer) throws Exception {
        HttpServer vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(200, 0);
            answer.to(exchange);
            exchange.close();
        });
        vendor.setExecutor(Executors.newCachedThreadPool());
        vendor.start();
        try {
            String id = connect("http://127.0.0.1:" + vendor.getAddress().getPort());
            JsonNode sync = Awaitility.await("the end of the sync")
                    .until(
                            () -> lastSync(id),
                            last -> last != null && last.get("finishedAt").isString());

            assertThat(sync.get("status").asString()).isEqualTo("FAILED");
            assertThat(sync.get("error").get("code").asString()).isIn("INVALID_RESPONSE", "INCOMPLETE_RESPONSE");
            assertThat(JSON.readTree(server.get("/api/v1/assets").body())
                            .get("total")
                            .asLong())
                    .isZero();
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
        } finally {
            vendor.stop(0);
        }
    }

    private static String connect(String address) throws Exception {
        HttpResponse<String> created = ConnectorCalls.post(server, "/api/v1/connectors", ConnectorCalls.to(address));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return JSON.readTree(created.body()).get("id").asString();
    }

    private static JsonNode lastSync(String connector) {
        try {
            JsonNode items = JSON.readTree(server.get("/api/v1/connectors/" + connector + "/syncs")
                            .body())
                    .get("items");
            return items.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
