package io.plumbline.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class MetricsTest {

    private static RunningServer server;
    private static String metrics;

    @BeforeAll
    static void read(@TempDir Path data) throws Exception {
        server = RunningServer.start(data.resolve("data"));
        OffsetDateTime now = server.bean(Clock.class).instant().atOffset(ZoneOffset.UTC);
        JdbcClient jdbc = server.bean(JdbcClient.class);
        jdbc.sql("""
                insert into connector (type, name, name_key, settings, data_pulling, connection, created_at, updated_at)
                values ('cortex-xdr', 'Head "Office"', 'head "office"', '{}', '{}', '{}', :now, :now)""").param("now", now).update();
        jdbc.sql("""
                insert into connector_inventory (connector_id, active_assets, archived_assets, assets_observed_at)
                values (1, 230, 7, :observed)""").param("observed", now.minusHours(2)).update();
        jdbc.sql("""
                insert into weakness (name, folded)
                values ('CVE-2024-3094', 'cve-2024-3094'), ('CVE-2021-44228', 'cve-2021-44228'), ('CVE-2014-0160', 'cve-2014-0160')""").update();
        jdbc.sql("""
                insert into connector_weakness (connector_id, weakness_id, severity, excluded, affected_products,
                                                first_observed_at, open_count)
                select 1, id, case id when 3 then 3 else 4 end, false, '{}', :now, id * 10 from weakness""").param("now", now).update();
        metrics = server.get("/metrics").body();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A proxy on this machine brings the requests of others, and a name that somebody points here those of their pages. */
    @Test
    void areForThisMachineAloneUnlessThereIsAToken() throws Exception {
        for (String header : List.of("X-Forwarded-For: 203.0.113.9", "Forwarded: for=203.0.113.9", "Via: 1.1 proxy")) {
            assertThat(status("127.0.0.1", header)).as(header).isEqualTo(401);
        }
        assertThat(status("plumbline.example", "X-Nothing: 1")).isEqualTo(401);
        assertThat(status("plumbline.example", "Authorization: Bearer " + RunningServer.TOKEN))
                .isEqualTo(200);
        for (String host : List.of("127.0.0.1", "localhost:8080", "[::1]:8080")) {
            assertThat(status(host, "X-Nothing: 1")).as(host).isEqualTo(200);
        }
    }

    private static int status(String host, String header) throws Exception {
        try (Socket socket = new Socket(server.base().getHost(), server.base().getPort())) {
            String request =
                    "GET /metrics HTTP/1.1\r\nHost: " + host + "\r\n" + header + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    @Test
    void showTheInventoryOfEachConnector() {
        assertThat(metrics)
                .contains(
                        "plumbline_connector_assets{connector=\"1\",name=\"Head \\\"Office\\\"\",status=\"active\"} 230.0",
                        "plumbline_connector_assets{connector=\"1\",name=\"Head \\\"Office\\\"\",status=\"archived\"} 7.0");
    }

    @Test
    void showOpenFindingsBySeverityAlsoWhereThereAreNone() {
        assertThat(metrics)
                .containsPattern("plumbline_connector_open_findings\\{.*severity=\"critical\"} 30.0")
                .containsPattern("plumbline_connector_open_findings\\{.*severity=\"high\"} 30.0")
                .containsPattern("plumbline_connector_open_findings\\{.*severity=\"low\"} 0.0");
    }

    @Test
    void showTheAgeOfWhatWasEverReadWhole() {
        var age = Pattern.compile("plumbline_connector_data_age_seconds\\{.*part=\"assets\"} ([0-9.E]+)")
                .matcher(metrics);

        assertThat(age.find()).isTrue();
        assertThat(Double.parseDouble(age.group(1))).isBetween(7200.0, 7500.0);
        assertThat(metrics).doesNotContain("part=\"findings\"");
    }
}
