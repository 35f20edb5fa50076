package io.plumbline.connector.cortexxdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.connector.api.AssetsRead;
import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.TenantOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** When a read of endpoints is whole, and when what is missing from it is gone. */
class EndpointEvidenceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GONE = "ffffffffffffffffffffffffffffffff";

    private Tenant tenant = Tenant.small();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void windowsOfAHundredInTheOrderOfIdsShareARow() throws InterruptedException {
        tenant.readAssets();

        List<JsonNode> asked = tenant.asked(Call.GET_ENDPOINT);
        assertThat(asked).allSatisfy(request -> {
            assertThat(request.path("sort")).hasToString("{\"field\":\"endpoint_id\",\"keyword\":\"ASC\"}");
            assertThat(request.path("search_to").asLong()
                            - request.path("search_from").asLong())
                    .isEqualTo(100);
        });
        assertThat(asked.stream().map(request -> request.path("search_from").asLong()))
                .containsExactlyInAnyOrder(0L, 99L, 198L);
    }

    /** The row that two windows share is the 100th. */
    @ParameterizedTest
    @ValueSource(ints = {0, 98, 99, 100, 198, 229})
    void aRowWithoutIdHidesNoOtherWhereverItIs(int rank) throws InterruptedException {
        Set<String> others = new TreeSet<>(tenant.everyId());
        String id = tenant.console().endpoints().idAt(rank);
        others.remove(id);
        tenant.console().endpoints().removeField(id, "endpoint_id");

        AssetsRead read = tenant.readAssets();

        assertThat(tenant.ids()).isEqualTo(others);
        assertThat(read.droppedRows()).isEqualTo(1);
        assertThat(tenant.console().requests().count(Call.GET_ENDPOINT)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {98, 99, 100})
    void aRowWhoseNameIsTooLongHidesNoOtherWhereverItIs(int rank) throws InterruptedException {
        String id = tenant.console().endpoints().idAt(rank);
        tenant.console().endpoints().rename(id, "é".repeat(257));

        AssetsRead read = tenant.readAssets();

        assertThat(tenant.ids()).hasSize(229).doesNotContain(id);
        assertThat(read.droppedRows()).isEqualTo(1);
        assertThat(tenant.console().requests().count(Call.GET_ENDPOINT)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "150, 1", "200, 2"})
    void oneInAHundredRowsMayBeDropped(int endpoints, int dropped) throws InterruptedException {
        another(endpoints);
        drop(dropped);

        assertThat(tenant.readAssets().droppedRows()).isEqualTo(dropped);
    }

    @ParameterizedTest
    @CsvSource({"99, 1", "150, 2", "199, 2"})
    void moreThanOneInAHundredRowsMayNot(int endpoints, int dropped) {
        another(endpoints);
        drop(dropped);

        assertThat(failureOf(tenant::readAssets)).isEqualTo(ErrorCode.INVALID_RESPONSE);
    }

    @Test
    void whatIsMissingIsAskedForById() throws InterruptedException {
        String there = tenant.console().endpoints().idAt(7);

        AssetsRead read = tenant.confirmAbsent(tenant.connector(), List.of(there, GONE));

        assertThat(tenant.ids()).containsExactly(there);
        assertThat(read.droppedRows()).isZero();
        JsonNode filter = tenant.asked(Call.GET_ENDPOINT).getFirst().path("filters");
        assertThat(filter)
                .hasToString("[{\"field\":\"endpoint_id_list\",\"operator\":\"in\",\"value\":[\"" + there + "\",\""
                        + GONE + "\"]}]");
    }

    @Test
    void aTenantThatAnswersTheQuestionForSomeIdsWithOthersIsReadASecondTime() throws InterruptedException {
        tenant.console().faults().once(Call.GET_ENDPOINT, page(1, 1, "{\"endpoint_id\":\"another\"}"));

        tenant.confirmAbsent(tenant.connector(), List.of(GONE));

        assertThat(tenant.ids()).isEqualTo(tenant.everyId());
    }

    @Test
    void aRowThatIsDroppedFromTheAnswerForSomeIdsIsCounted() throws InterruptedException {
        tenant.console().faults().once(Call.GET_ENDPOINT, page(1, 1, "{\"endpoint_name\":\"nameless\"}"));

        AssetsRead read = tenant.confirmAbsent(tenant.connector(), List.of(GONE));

        assertThat(read.droppedRows()).isEqualTo(1);
    }

    @Test
    void aRowThatIsDroppedFromTheSecondReadIsCounted() throws InterruptedException {
        tenant.console().behaviour().endpointIdFilter(false);
        drop(1);

        try (Connector connector = tenant.connector()) {
            assertThat(tenant.confirmAbsent(connector, List.of(GONE)).droppedRows())
                    .isEqualTo(1);
        }
    }

    @Test
    void fewerRowsThanAPageAnnouncesAreNoPage() {
        tenant.console().faults().once(Call.GET_ENDPOINT, page(2, 2, "{\"endpoint_id\":\"one\"}"));

        assertThat(failureOf(tenant::readAssets)).isEqualTo(ErrorCode.INCOMPLETE_RESPONSE);
    }

    @Test
    void aTenantThatCountsMoreThanItGivesWasNotReadWhole() {
        tenant.console().faults().always(Call.GET_ENDPOINT, page(5, 0, ""));

        assertThat(failureOf(tenant::readAssets)).isEqualTo(ErrorCode.INCOMPLETE_RESPONSE);
    }

    @Test
    void whatIsCleanedIsCounted() throws InterruptedException {
        ObjectNode row = JSON.createObjectNode().put("endpoint_name", "na\0me").put("operating_system", "Li\0nux");
        row.putArray("ip").add("10.0.0.1").add("10.0.0.1.2");
        row.putArray("mac_address").add("no address");
        tenant.console().endpoints().set(tenant.console().endpoints().idAt(0), row);

        tenant.readAssets();

        assertThat(tenant.assets).anySatisfy(asset -> {
            assertThat(asset.name()).isEqualTo("name");
            assertThat(asset.operatingSystem()).isEqualTo("Linux");
            assertThat(asset.ipv4Addresses()).containsExactly("10.0.0.1");
            assertThat(asset.macAddresses()).isEmpty();
        });
        assertThat(tenant.warnings)
                .anyMatch(warning -> warning.startsWith("2 × text held NUL"))
                .anyMatch(warning -> warning.startsWith("1 × IP address is invalid"))
                .anyMatch(warning -> warning.startsWith("1 × MAC address is invalid"));
    }

    /** Of the first ones, and of the one that two windows share. */
    private void drop(int rows) {
        List<String> ids = List.copyOf(tenant.everyId());
        for (int row = 0; row < rows; row++) {
            String id = ids.get(row == 0 ? Math.min(99, ids.size() - 1) : row);
            tenant.console().endpoints().removeField(id, "endpoint_id");
        }
    }

    private static Fault page(int total, int count, String rows) {
        return VendorFaults.reply("{\"reply\":{\"total_count\":" + total + ",\"result_count\":" + count
                + ",\"endpoints\":[" + rows + "]}}");
    }

    private interface Read {
        void run() throws InterruptedException;
    }

    private static ErrorCode failureOf(Read read) {
        return catchThrowableOfType(ConnectorException.class, read::run).code();
    }

    private void another(int endpoints) {
        tenant.close();
        tenant = new Tenant(TenantOptions.defaults().withEndpoints(endpoints));
    }
}
