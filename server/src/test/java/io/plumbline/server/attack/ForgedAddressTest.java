package io.plumbline.server.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.application.RunningServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Server-side request forgery: somebody who may configure a connector has the server call what only it can reach. */
class ForgedAddressTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static RunningServer strict;
    private static RunningServer lax;

    @BeforeAll
    static void start(@TempDir Path folder) {
        strict = RunningServer.start(folder.resolve("strict"), Map.of("plumbline.allowed-hosts", ""));
        lax = RunningServer.start(
                folder.resolve("lax"),
                Map.of(
                        "plumbline.allowed-hosts",
                        "169.254.169.254,2852039166,0xa9fea9fe,[fe80::1],[::ffff:169.254.169.254],127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        strict.close();
        lax.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "http://127.0.0.1",
                "https://127.0.0.1:443",
                "127.1",
                "127.0.1",
                "2130706433",
                "http://2130706433/",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "017700000001",
                "00000177.0.0.1",
                "127.000.000.001",
                "0",
                "0.0.0.0",
                "localhost",
                "LOCALHOST.",
                "localhost.localdomain",
                "[::1]",
                "http://[::1]:80/",
                "[::]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::7f00:1]",
                "[2002:7f00:1::]",
                "[fe80::1%25lo]",
                "169.254.169.254",
                "http://169.254.169.254/latest/meta-data/",
                "2852039166",
                "0xa9fea9fe",
                "0xA9.0xFE.0xA9.0xFE",
                "0251.0376.0251.0376",
                "025177524776",
                "169.254.43518",
                "[::ffff:169.254.169.254]",
                "[::ffff:a9fe:a9fe]",
                "[64:ff9b::a9fe:a9fe]",
                "[fd00:ec2::254]",
                "metadata.google.internal",
                "10.0.0.1",
                "192.168.1.1",
                "172.16.0.1",
                "100.100.100.200",
                "①②⑦.⓪.⓪.①",
                "127。0。0。1",
                "１２７.0.0.1",
                "127.0.0.1%00.paloaltonetworks.com",
                "127.0.0.1\u0000.paloaltonetworks.com",
                "127.0.0.1#.paloaltonetworks.com",
                "127.0.0.1?.paloaltonetworks.com",
                "127.0.0.1/.paloaltonetworks.com",
                "127.0.0.1\\.paloaltonetworks.com",
                "127.0.0.1:80.paloaltonetworks.com",
                "tenant.paloaltonetworks.com@127.0.0.1",
                "https://tenant.paloaltonetworks.com:443@127.0.0.1/",
                "https://tenant.paloaltonetworks.com\\@127.0.0.1/",
                "https://127.0.0.1\\@tenant.paloaltonetworks.com/",
                "https://tenant.paloaltonetworks.com%40127.0.0.1",
                "tenant.paloaltonetworks.com.127.0.0.1.nip.example",
                "tenant-paloaltonetworks.com",
                "paloaltonetworks.com.evil.example",
                "tenant.paloaltonetworks.com\r\nHost: 127.0.0.1",
                "tenant.paloaltonetworks.com:22",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_INFO",
                "jar:http://127.0.0.1!/",
                "//127.0.0.1",
                "///127.0.0.1",
                "https:127.0.0.1",
                "https:///127.0.0.1"
            })
    void anAddressThatIsNotTheVendorsIsRefusedBesideItsField(String address) throws Exception {
        for (String call : new String[] {"/api/v1/connectors", "/api/v1/connectors/test"}) {
            HttpResponse<String> reply = post(strict, call, address);

            assertThat(reply.statusCode()).as(call + " " + reply.body()).isEqualTo(400);
            assertThat(reply.body()).contains("settings.fqdn");
        }
    }

    /** Whatever the operator allows, and however it is written: metadata services are never called. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254",
                "http://2852039166",
                "http://0xa9fea9fe",
                "http://[fe80::1]",
                "http://[::ffff:169.254.169.254]"
            })
    void aLinkLocalAddressIsNotCalledEvenWhereTheOperatorAllowsItsName(String address) throws Exception {
        HttpResponse<String> reply = post(lax, "/api/v1/connectors/test", address);

        if (reply.statusCode() == 200) {
            JsonNode report = JSON.readTree(reply.body());
            assertThat(report.get("passed").asBoolean()).isFalse();
            assertThat(reply.body()).containsAnyOf("which connectors must not reach", "does not resolve");
        } else {
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(400);
        }
    }

    @Test
    void aProxyThatTheOperatorDoesNotAllowIsNotCalledEither() throws Exception {
        ObjectNode body = ConnectorCalls.to("tenant.xdr.eu.paloaltonetworks.com");
        body.putObject("connection").put("proxyUrl", "http://127.0.0.1:6379");

        HttpResponse<String> reply = ConnectorCalls.post(strict, "/api/v1/connectors/test", body);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("connection.proxyUrl");
    }

    private static HttpResponse<String> post(RunningServer server, String call, String address) throws Exception {
        return ConnectorCalls.post(server, call, ConnectorCalls.to(address));
    }
}
