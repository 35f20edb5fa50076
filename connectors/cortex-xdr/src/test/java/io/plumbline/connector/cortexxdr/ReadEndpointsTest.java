package io.plumbline.connector.cortexxdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.connector.api.AssetsRead;
import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.api.ReadOptions;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.TenantOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReadEndpointsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private Tenant tenant = Tenant.small();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STANDARD", "ADVANCED"})
    void bothKeyLevelsReadEveryEndpointOnce(String level) throws InterruptedException {
        AssetsRead read =
                tenant.connector(tenant.settings(level)).readAssets(Tenant.PLENTY, tenant.assets::add, tenant);

        assertThat(tenant.ids()).isEqualTo(tenant.everyId()).hasSize(230);
        assertThat(read.vendorTotal()).hasValue(230);
        assertThat(read.droppedRows()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "0,false", "1,true", "1,false", "99,true", "99,false", "100,true", "100,false", "101,false"})
    void everySizeIsReadWholeWithOrWithoutATotal(int size, boolean total) throws InterruptedException {
        another(size);
        tenant.console().behaviour().totalCount(total);

        tenant.readAssets();

        assertThat(tenant.ids()).isEqualTo(tenant.everyId()).hasSize(size);
    }

    @Test
    void howManyThereAreIsToldAtTheEndAtLeast() throws InterruptedException {
        tenant.console().behaviour().totalCount(false);

        tenant.readAssets();

        assertThat(tenant.expected).containsExactly(230L);
    }

    @Test
    void endpointsThatVanishWhileOneReadsHideNoOther() throws InterruptedException {
        another(1_000);
        Set<String> before = tenant.everyId();
        List<String> first = before.stream().limit(60).toList();
        tenant.console()
                .requests()
                .after(
                        Call.GET_ENDPOINT,
                        1,
                        () -> first.forEach(tenant.console().endpoints()::remove));

        tenant.readAssets();

        assertThat(tenant.ids()).containsAll(tenant.everyId());
        assertThat(tenant.everyId()).hasSize(940);
    }

    @Test
    void endpointsThatVanishUntilAWindowIsEmptyHideNoOther() throws InterruptedException {
        another(150);
        List<String> first = tenant.everyId().stream().limit(90).toList();
        tenant.console()
                .requests()
                .after(
                        Call.GET_ENDPOINT,
                        1,
                        () -> first.forEach(tenant.console().endpoints()::remove));

        tenant.readAssets();

        assertThat(tenant.ids()).containsAll(tenant.everyId());
        assertThat(tenant.everyId()).hasSize(60);
    }

    @Test
    void endpointsThatAppearWhileOneReadsHideNoOther() throws InterruptedException {
        another(500);
        Set<String> before = tenant.everyId();
        tenant.console().requests().after(Call.GET_ENDPOINT, 2, () -> {
            for (int i = 10; i < 60; i++) {
                tenant.console().endpoints().put("000000000000000000000000000000" + i, "NEW-" + i);
            }
        });

        tenant.readAssets();

        assertThat(tenant.ids()).containsAll(before);
    }

    @Test
    void moreEndpointsThanAllowedAreRefusedWithBothNumbersAndTheSetting() {
        another(1_200);

        assertThatThrownBy(() -> tenant.connector().readAssets(new ReadOptions(1_000), tenant.assets::add, tenant))
                .isInstanceOfSatisfying(ConnectorException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.ENDPOINT_LIMIT_EXCEEDED);
                    assertThat(failure.sentence()).contains("1200", "1000", "maxEndpoints");
                });
    }

    @Test
    void theLimitHoldsAlsoWhereTheTenantDoesNotCount() {
        another(1_200);
        tenant.console().behaviour().totalCount(false);

        assertThatThrownBy(() -> tenant.connector().readAssets(new ReadOptions(1_000), tenant.assets::add, tenant))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ENDPOINT_LIMIT_EXCEEDED));
    }

    /** What comes again and again is no more than it was the first time, and the limit is not what stops it. */
    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void aTenantThatCountsMoreThanItGivesIsLeftBeforeLong(int rows) {
        String endpoints = IntStream.range(100, 100 + rows)
                .mapToObj(i -> "{\"endpoint_id\": \"" + i + "\"}")
                .collect(Collectors.joining(","));
        String page = "{\"reply\": {\"total_count\": 900, \"endpoints\": [" + endpoints + "]}}";
        tenant.console().faults().always(Call.GET_ENDPOINT, new Fault.Status(200, "application/json", page));

        assertThatThrownBy(() -> tenant.connector().readAssets(new ReadOptions(1_000), tenant.assets::add, tenant))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INCOMPLETE_RESPONSE));

        assertThat(tenant.console().requests().count(Call.GET_ENDPOINT)).isLessThan(150);
    }

    @Test
    void aFewRowsWithoutIdAreDroppedAndCounted() throws InterruptedException {
        tenant.console().endpoints().removeField(tenant.everyId().iterator().next(), "endpoint_id");

        AssetsRead read = tenant.readAssets();

        assertThat(read.droppedRows()).isEqualTo(1);
        assertThat(tenant.assets).hasSizeGreaterThanOrEqualTo(229);
        assertThat(tenant.warnings).anyMatch(warning -> warning.contains("without endpoint_id"));
    }

    @Test
    void moreThanOneInAHundredRowsWithoutIdIsNoReplyOfThisVendor() {
        tenant.everyId().stream()
                .limit(5)
                .forEach(id -> tenant.console().endpoints().removeField(id, "endpoint_id"));

        assertThatThrownBy(tenant::readAssets)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_RESPONSE));
    }

    @Test
    void onlyWhatIsStillThereIsConfirmed() throws InterruptedException {
        String there = tenant.everyId().iterator().next();

        tenant.confirmAbsent(tenant.connector(), List.of(there, "ffffffffffffffffffffffffffffffff"));

        assertThat(tenant.ids()).containsExactly(there);
    }

    @Test
    void aTenantThatRefusesToBeAskedByIdIsReadASecondTimeOnce() throws InterruptedException {
        tenant.console().behaviour().endpointIdFilter(false);
        Connector connector = tenant.connector();

        tenant.confirmAbsent(connector, List.of("ffffffffffffffffffffffffffffffff"));
        long asked = tenant.console().requests().count(Call.GET_ENDPOINT);
        tenant.confirmAbsent(connector, List.of("fffffffffffffffffffffffffffffffe"));

        assertThat(tenant.ids()).isEqualTo(tenant.everyId());
        assertThat(tenant.console().requests().count(Call.GET_ENDPOINT)).isEqualTo(asked);
    }

    @Test
    void unknownFieldsAndValuesAreNoReasonToFail() throws InterruptedException {
        String id = tenant.everyId().iterator().next();
        ObjectNode odd =
                JSON.createObjectNode().put("endpoint_status", "ASLEEP").put("endpoint_name", "Zoë’s Mac");
        odd.putObject("new_field").putArray("deep").add(1);
        tenant.console().endpoints().set(id, odd);

        tenant.readAssets();

        assertThat(tenant.assets)
                .filteredOn(asset -> asset.externalId().equals(id))
                .allSatisfy(asset -> {
                    assertThat(asset.vendorStatus()).isEqualTo("ASLEEP");
                    assertThat(asset.name()).isEqualTo("Zoë’s Mac");
                });
    }

    private void another(int endpoints) {
        tenant.close();
        tenant = new Tenant(TenantOptions.defaults().withEndpoints(endpoints));
    }
}
