package io.plumbline.server.connector;

import io.plumbline.server.application.Browser;
import io.plumbline.server.application.RunningServer;
import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantOptions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of pages share: the whole server, a small tenant for it to read, and a browser without script that is signed in. */
abstract class ConnectorPageSuite {

    private static final TenantOptions OPTIONS =
            TenantOptions.defaults().withEndpoints(12).withCves(8).withHostsPerCve(3);

    static RunningServer server;
    static SimulatedTenant tenant;

    Browser browser;

    @BeforeAll
    static void start(@TempDir Path folder) {
        tenant = SimulatedTenant.start(OPTIONS);
        server = RunningServer.start(
                folder,
                Map.of(
                        "plumbline.admin-password",
                        Browser.PASSWORD,
                        "plumbline.allowed-proxies",
                        "proxy.example:3128"));
    }

    @AfterAll
    static void stop() {
        server.close();
        tenant.close();
    }

    @BeforeEach
    void signIn() throws Exception {
        browser = Browser.signedIn(server.base());
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    static String key() {
        return OPTIONS.standardKey();
    }

    /** A new connector's form, filled in so that it can be saved. */
    PageForm filledIn(String name) throws IOException, InterruptedException {
        return PageForm.on(browser.get("/connectors/new?type=cortex-xdr").body())
                .with("name", name)
                .with("settings.fqdn", tenant.url().toString())
                .with("settings.apiKey", key())
                .with("settings.apiKeyId", OPTIONS.standardKeyId());
    }

    /** Creates a connector by its form and waits until its first sync has ended. */
    Connector synced(String name) throws IOException, InterruptedException {
        HttpResponse<String> reply =
                browser.post("/connectors/new", filledIn(name).fields());
        if (reply.statusCode() != 303) {
            throw new AssertionError(reply.statusCode() + " " + reply.body());
        }
        Connector connector = connectors().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
        await(() -> connectors().stream()
                .filter(known -> known.id() == connector.id())
                .anyMatch(known -> known.health() == ConnectorHealth.CONNECTED));
        return connector;
    }

    /** A connector that was never synced and never will be by itself. */
    static Connector stored(String name) {
        int id = server.bean(JdbcClient.class)
                .sql("""
                        insert into connector (type, name, name_key, settings, data_pulling, connection, schedule, created_at, updated_at)
                        select :type, :name, :key, settings, data_pulling, connection, null, created_at, updated_at
                        from (values (cast(:settings as jsonb), cast(:pulling as jsonb), cast(:connection as jsonb), cast(:now as timestamptz),
                                      cast(:now as timestamptz))) v (settings, data_pulling, connection, created_at, updated_at)
                        returning id""")
                .param("type", "cortex-xdr")
                .param("name", name)
                .param("key", ConnectorName.key(name))
                .param("settings", """
                        {"fqdn": "https://api-a.xdr.eu.paloaltonetworks.com", "apiKeyId": "1", "securityLevel": "STANDARD"}""")
                .param("pulling", server.bean(ConnectorJson.class).text(DataPulling.DEFAULT))
                .param("connection", server.bean(ConnectorJson.class).text(new Connection(null, null, null, 10)))
                .param("now", "2026-05-04T03:02:01Z")
                .query(Integer.class)
                .single();
        return server.bean(Connectors.class).get(id);
    }

    static List<Connector> connectors() {
        return server.bean(Connectors.class).all();
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
