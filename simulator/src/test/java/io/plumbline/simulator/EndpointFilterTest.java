package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every filter of {@code get_endpoint} finds the one endpoint that differs from all others, and every order holds. */
class EndpointFilterTest extends TenantTest {

    private static final String ID = "00000000000000000000000000000001";

    @BeforeEach
    void oneThatDiffers() {
        client.console("PUT", "/console/endpoints/" + ID, """
                {"endpoint_name":"the-one","installation_package":"its-package","ip":["192.0.2.1","192.0.2.2"],
                 "group_name":["its-group"],"alias":"its-alias","users":"its-user","public_ip":"192.0.2.9",
                 "os_type":"AGENT_OS_MACOS","is_isolated":"AGENT_PENDING_ISOLATION","scan_status":"SCAN_STATUS_ABORTED",
                 "cloud_provider":"GCP","cloud_region":"mars-north1","cloud_provider_account_id":"its-account",
                 "cloud_instance_id":"its-instance","cloud_id":"its-cloud","first_seen":1000,"last_seen":9000000000000}
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint_id_list," + ID,
        "hostname,the-one",
        "dist_name,its-package",
        "ip_list,192.0.2.2",
        "group_name,its-group",
        "alias,its-alias",
        "username,its-user",
        "public_ip_list,192.0.2.9",
        "scan_status,aborted",
        "cloud_provider,GCP",
        "cloud_region,mars-north1",
        "cloud_provider_account_id,its-account",
        "cloud_instance_id,its-instance",
        "cloud_id,its-cloud"
    })
    void aListFieldTakesOneValueOrAListOfThem(String field, String value) {
        assertThat(ids("{\"field\":\"%s\",\"operator\":\"in\",\"value\":[\"%s\"]}".formatted(field, value)))
                .containsExactly(ID);
        assertThat(ids("{\"field\":\"%s\",\"operator\":\"in\",\"value\":\"%s\"}".formatted(field, value)))
                .containsExactly(ID);
    }

    @ParameterizedTest
    @CsvSource({"first_seen,lte,1000", "last_seen,gte,9000000000000"})
    void aTimeFieldTakesABound(String field, String operator, long value) {
        assertThat(ids("{\"field\":\"%s\",\"operator\":\"%s\",\"value\":%d}".formatted(field, operator, value)))
                .containsExactly(ID);
        int past = operator.equals("lte") ? -1 : 1;
        assertThat(ids("{\"field\":\"%s\",\"operator\":\"%s\",\"value\":%d}".formatted(field, operator, value + past)))
                .isEmpty();
    }

    @Test
    void aPlatformMayGoByTwoNamesInReplies() {
        assertThat(ids("{\"field\":\"platform\",\"operator\":\"in\",\"value\":[\"macos\"]}"))
                .contains(ID)
                .hasSizeGreaterThan(1);
    }

    @Test
    void aHostWhoseIsolationIsPendingIsNotIsolated() {
        assertThat(ids("{\"field\":\"isolate\",\"operator\":\"in\",\"value\":[\"unisolated\"]}"))
                .contains(ID);
        assertThat(ids("{\"field\":\"isolate\",\"operator\":\"in\",\"value\":[\"isolated\"]}"))
                .doesNotContain(ID);
    }

    @ParameterizedTest
    @CsvSource({"first_seen,ASC", "first_seen,DESC", "last_seen,ASC", "last_seen,DESC"})
    void pagesAreInTheOrderAskedFor(String field, String keyword) {
        var times = rows("{\"sort\":{\"field\":\"%s\",\"keyword\":\"%s\"}}".formatted(field, keyword)).stream()
                .map(row -> row.path(field).asLong())
                .toList();

        Comparator<Long> order = keyword.equals("ASC") ? Comparator.naturalOrder() : Comparator.reverseOrder();
        assertThat(times).hasSize(100).isSortedAccordingTo(order);
    }

    @ParameterizedTest
    @CsvSource({"endpoint_name,ASC", "last_seen,UP"})
    void anOrderThatIsNotKnownIsA500(String field, String keyword) {
        assertThat(client.ask(
                                Call.GET_ENDPOINT,
                                "{\"sort\":{\"field\":\"%s\",\"keyword\":\"%s\"}}".formatted(field, keyword))
                        .status())
                .isEqualTo(500);
    }

    private List<String> ids(String filter) {
        return rows("{\"sort\":{\"field\":\"last_seen\"},\"filters\":[%s]}".formatted(filter)).stream()
                .map(row -> row.path("endpoint_id").asString())
                .toList();
    }

    private List<JsonNode> rows(String request) {
        var reply = client.ask(Call.GET_ENDPOINT, request);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var rows = new ArrayList<JsonNode>();
        reply.reply().path("endpoints").forEach(rows::add);
        return rows;
    }
}
