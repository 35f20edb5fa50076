package io.plumbline.connector.cortexxdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.TenantOptions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every call of a read, and the code that the contract gives it. */
class FaultsTest {

    private static final int FOR_EVER = Integer.MAX_VALUE;
    private static final int ATTEMPTS = 5;

    private final Tenant tenant = new Tenant(TenantOptions.defaults().withCves(1_100));

    @AfterEach
    void stop() {
        tenant.close();
    }

    static Stream<Arguments> everywhere() {
        return at(VendorFaults.all());
    }

    private static Stream<Arguments> at(Map<Fault, ErrorCode> faults) {
        return Stream.of(Place.values())
                .flatMap(place ->
                        faults.entrySet().stream().map(fault -> Arguments.of(place, fault.getKey(), fault.getValue())));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void aFaultThatStaysIsNamed(Place place, Fault fault, ErrorCode code) {
        place.strike(tenant, fault, FOR_EVER);
        if (fault instanceof Fault.Delay) {
            tenant.impatient();
        }

        ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> place.read(tenant));

        assertThat(failure).as("%s at %s went unnoticed", fault, place).isNotNull();
        assertThat(failure.code())
                .as(failure.sentence() + "\n" + failure.detail())
                .isEqualTo(code);
        assertThat(failure.sentence()).endsWith(".");
        assertThat(failure.remedy()).endsWith(".");
    }

    static Stream<Arguments> passing() {
        return at(VendorFaults.passing());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesByItselfIsTriedAgain(Place place, Fault fault, ErrorCode code) throws InterruptedException {
        place.strike(tenant, fault, 2);

        place.read(tenant);

        assertThat(tenant.console().faults().waiting()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"PROBE", "START", "RESULTS", "STREAM"})
    void whatDoesNotPassIsGivenUpAfterTheRetriesAllowed(Place place) {
        place.strike(tenant, new Fault.Status(429, "text/plain", "Too many requests."), FOR_EVER);

        assertThatThrownBy(() -> place.read(tenant)).isInstanceOf(ConnectorException.class);
        assertThat(tenant.console().requests().count(place.call)).isEqualTo(ATTEMPTS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"PROBE", "FIRST_WINDOW", "CONFIRMATION", "START", "RESULTS", "STREAM"})
    void aRefusalIsAskedOnce(Place place) {
        place.strike(tenant, VendorFaults.refused(403, "no"), FOR_EVER);

        assertThatThrownBy(() -> place.read(tenant)).isInstanceOf(ConnectorException.class);
        assertThat(tenant.console().requests().count(place.call)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"START", "RESULTS", "LATER_RESULTS", "STREAM"})
    void aParseErrorIsTheQuerys(Place place) {
        String error = VendorFaults.envelope(
                500,
                "An error occurred while processing XDR - XQL query",
                "{\"parse_err\":{\"line\":1,\"column\":19}}");
        place.strike(tenant, new Fault.Status(500, "application/json", error), FOR_EVER);

        ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> place.read(tenant));

        assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_FAILED);
    }

    @Test
    void aQueryThatIsPendingForEverIsATimeOut() {
        tenant.console().behaviour().pendingPolls(Integer.MAX_VALUE);

        ConnectorException failure = catchThrowableOfType(ConnectorException.class, tenant::readFindings);

        assertThat(failure.code()).isEqualTo(ErrorCode.VENDOR_TIMEOUT);
    }
}
