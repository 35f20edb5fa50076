package io.plumbline.server.asset;

import static io.plumbline.server.rest.Cve.cve;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.platform.listing.CsvReader;
import io.plumbline.server.rest.Device;
import io.plumbline.server.rest.InventoryRestSuite;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list as a file. */
class AssetExportTest extends InventoryRestSuite {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private int connector;

    @BeforeEach
    void connect() {
        connector = syncs.connector("one");
    }

    /** More than are read at a time. */
    private void syncMany() {
        syncs.syncDevices(
                connector,
                IntStream.range(0, 2_100)
                        .mapToObj(number -> Device.named("host-" + number)
                                .tags("t" + number % 2)
                                .seen("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z"))
                        .toList(),
                cve(1, "host-7", "host-8").score("9.9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?tag=t1", "?sort=-lastObservedAt", "?sort=-exposure&tag=t0", "?q=host-20", "?tag=none"})
    void anExportHasWhatTheListHasInItsOrder(String query) throws Exception {
        syncMany();
        List<JsonNode> listed = pageByPage("/assets" + query, 700);

        assertThat(lines(query)).isEqualTo(listed);
        assertThat(table(query).stream().map(row -> row.get("id"))).containsExactlyElementsOf(AssetOrders.ids(listed));
    }

    @Test
    void textComesBackAsItWasAndFormulasAreHarmless() throws Exception {
        syncs.syncDevices(
                connector,
                List.of(Device.named("a \"quoted\", ÇELİK 日本 🦊")
                        .id("=HYPERLINK(\"http://x\")")
                        .operatingSystem("two\r\nlines, \"one\" system")
                        .tags("@tag", "plain", "+1", "-x=1")
                        .vendorStatus("-1+1")
                        .attribute("note", "line\nfeed \"and\" comma,")
                        .seen("2026-01-01T00:00:00Z", "2026-03-01T00:00:00.123456Z")));

        Map<String, String> row = table("").getFirst();

        assertThat(row)
                .containsEntry("name", "a \"quoted\", ÇELİK 日本 🦊")
                .containsEntry("externalId", "'=HYPERLINK(\"http://x\")")
                .containsEntry("operatingSystem", "two\r\nlines, \"one\" system")
                .containsEntry("externalTags", "'@tag;plain;'+1;'-x=1")
                .containsEntry("vendorStatus", "'-1+1")
                .containsEntry("status", "ACTIVE")
                .containsEntry("archivedReason", "")
                .containsEntry("lastObservedAt", "2026-03-01T00:00:00.123456Z")
                .containsEntry("openCritical", "0");
        assertThat(JSON.readTree(row.get("customAttributes")).get("note").stringValue())
                .isEqualTo("line\nfeed \"and\" comma,");
        assertThat(lines("").getFirst().get("externalId").stringValue()).isEqualTo("=HYPERLINK(\"http://x\")");
    }

    @Test
    void theFileIsNamed() throws Exception {
        HttpResponse<String> csv = send("/assets", CSV);

        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"assets-2026-03-10.csv\"");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.body()).startsWith("id,connectorId,externalId,name,").endsWith("openInfo\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1", "cursor=x", "colour=red", "status=GONE"})
    void whatIsNotUnderstoodIsRefusedAsAProblem(String query) throws Exception {
        HttpResponse<String> reply = send("/assets?" + query, CSV);

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(reply.body()).at("/errors/0/field").stringValue())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void anotherFormIsNotAcceptable() throws Exception {
        assertThat(send("/assets", "application/xml").statusCode()).isEqualTo(406);
        assertThat(send("/assets", "*/*").headers().firstValue("Content-Type")).contains("application/json");
    }

    private List<JsonNode> lines(String query) throws Exception {
        return send("/assets" + query, NDJSON)
                .body()
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    /** Cells by their headings. */
    private List<Map<String, String>> table(String query) throws Exception {
        List<List<String>> rows = CsvReader.read(send("/assets" + query, CSV).body());
        List<Map<String, String>> table = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(rows.getFirst().get(i), row.get(i));
            }
            table.add(cells);
        }
        return table;
    }
}
