package io.plumbline.connector.cortexxdr;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.FindingsRead;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.TenantOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No rows: everything is patched, or nobody looks. Only what proves that somebody looks makes them evidence. */
class NoVulnerabilitiesTest {

    private static final FindingsRead NONE = new FindingsRead.Completed(0, 0);

    private final Tenant tenant = new Tenant(TenantOptions.defaults().withCves(0));

    @AfterEach
    void stop() {
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"purchased_host_insights\":250,\"host_insights_expiration\":\"Nov 8th 2099 07:59:59\"}",
                "{\"purchased_host_insights\":{\"agents\":5},\"host_insights_expiration\":\"Aug 1st 2099 00:00:00\"}",
                "{\"purchased_host_insights\":1.0,\"host_insights_expiration\":4097318400000}"
            })
    void aLicenceInForceProvesIt(String licences) throws InterruptedException {
        onlyTheLicenceSpeaks(licences);

        assertThat(tenant.readFindings()).isEqualTo(NONE);
        assertThat(tenant.console().requests().count(Call.GET_DATASETS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"purchased_host_insights\":250,\"host_insights_expiration\":\"Nov 8th 2023 07:59:59\"}",
                "{\"purchased_host_insights\":250,\"host_insights_expiration\":1500000000000}",
                "{\"purchased_host_insights\":250,\"host_insights_expiration\":0}",
                "{\"purchased_host_insights\":250,\"host_insights_expiration\":\"soon\"}",
                "{\"purchased_host_insights\":250}",
                "{\"purchased_host_insights\":0,\"host_insights_expiration\":\"Nov 8th 2099 07:59:59\"}",
                "{\"purchased_host_insights\":{\"agents\":0},\"host_insights_expiration\":4097318400000}",
                "{\"pro_per_endpoint_expiration\":\"Nov 8th 2099 07:59:59\"}",
                "{}"
            })
    void aLicenceThatIsNotInForceProvesNothing(String licences) throws InterruptedException {
        onlyTheLicenceSpeaks(licences);

        assertThat(tenant.readFindings()).isInstanceOf(FindingsRead.Skipped.class);
    }

    private void onlyTheLicenceSpeaks(String licences) {
        tenant.console().behaviour().hostInsights(false);
        tenant.console().faults().always(Call.GET_TENANT_INFO, VendorFaults.reply("{\"reply\":" + licences + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1715299200000", "\"2024-05-10 00:00:00 UTC\""})
    void aDataSetThatWasWrittenProvesIt(String updated) throws InterruptedException {
        onlyTheDataSetSpeaks("{\"Dataset Name\":\"va_cves\",\"Last Updated\":" + updated + "}");

        assertThat(tenant.readFindings()).isEqualTo(NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Dataset Name\":\"va_cves\",\"Last Updated\":null}",
                "{\"Dataset Name\":\"va_cves\",\"Last Updated\":0}",
                "{\"Dataset Name\":\"va_cves\",\"Last Updated\":\"\"}",
                "{\"Dataset Name\":\"va_cves\",\"Last Updated\":\"NULL\"}",
                "{\"Dataset Name\":\"va_cves\"}",
                "{\"Dataset Name\":\"xdr_data\",\"Last Updated\":1715299200000}"
            })
    void aDataSetThatWasNeverWrittenProvesNothing(String dataset) throws InterruptedException {
        onlyTheDataSetSpeaks(dataset);

        assertThat(tenant.readFindings()).isInstanceOf(FindingsRead.Skipped.class);
    }

    private void onlyTheDataSetSpeaks(String dataset) {
        tenant.console().behaviour().hostInsights(false);
        tenant.console().behaviour().permit(Call.GET_TENANT_INFO, false);
        tenant.console().faults().always(Call.GET_DATASETS, VendorFaults.reply("{\"reply\":[" + dataset + "]}"));
    }

    static Stream<Fault> everyFault() {
        return VendorFaults.all().keySet().stream().filter(fault -> !(fault instanceof Fault.Delay));
    }

    @ParameterizedTest
    @MethodSource("everyFault")
    void whereTheLicenceCannotBeAskedTheDataSetTells(Fault fault) throws InterruptedException {
        tenant.console().faults().always(Call.GET_TENANT_INFO, fault);

        assertThat(tenant.readFindings()).isEqualTo(NONE);
    }

    @ParameterizedTest
    @MethodSource("everyFault")
    void whereNeitherCanBeAskedTheAssessedEndpointsTell(Fault fault) throws InterruptedException {
        tenant.console().faults().always(Call.GET_TENANT_INFO, fault);
        tenant.console().faults().always(Call.GET_DATASETS, fault);

        assertThat(tenant.readFindings()).isEqualTo(NONE);
    }

    @ParameterizedTest
    @MethodSource("everyFault")
    void whereNothingCanBeAskedTheFindingsAreSkipped(Fault fault) throws InterruptedException {
        tenant.console().faults().always(Call.GET_TENANT_INFO, fault);
        tenant.console().faults().always(Call.GET_DATASETS, fault);
        tenant.console().faults().add(Call.START_XQL_QUERY, fault, Integer.MAX_VALUE, 1);

        assertThat(tenant.readFindings()).isInstanceOf(FindingsRead.Skipped.class);
    }

    @Test
    void rowsThatArriveWinOverALicenceThatDeniesThem() throws InterruptedException {
        onlyTheLicenceSpeaks("{\"purchased_host_insights\":0,\"host_insights_expiration\":0}");
        tenant.console().behaviour().hostInsights(true);
        tenant.console().cves().put("CVE-2030-0001", 9.8, "CRITICAL", "a weakness", List.of("A"));

        assertThat(tenant.readFindings()).isEqualTo(new FindingsRead.Completed(1, 0));
        assertThat(tenant.console().requests().count(Call.GET_TENANT_INFO)).isZero();
    }
}
