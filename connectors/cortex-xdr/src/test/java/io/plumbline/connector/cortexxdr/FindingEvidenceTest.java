package io.plumbline.connector.cortexxdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.api.FindingsRead;
import io.plumbline.connector.api.WeaknessRecord;
import io.plumbline.connector.api.WeaknessRecord.HostEvidence;
import io.plumbline.connector.cortexxdr.xql.QueryRows;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.TenantOptions;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** When a read of vulnerabilities is whole, and what its rows prove. */
class FindingEvidenceTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROW = "{\"name\":\"CVE-2030-0001\",\"affected_hosts\":[\"A\"]}";

    private Tenant tenant = Tenant.small();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCESS", "success", "Success"})
    void successIsSuccessInAnyCase(String status) throws InterruptedException {
        tenant.console().faults().always(Call.GET_QUERY_RESULTS, result(status, ROW));

        assertThat(tenant.readFindings()).isEqualTo(new FindingsRead.Completed(1, 0));
        assertThat(tenant.pairs()).containsExactly("A CVE-2030-0001");
    }

    @ParameterizedTest
    @CsvSource({
        "PARTIAL_SUCCESS, INCOMPLETE_RESPONSE",
        "partial_success, INCOMPLETE_RESPONSE",
        "FAIL, QUERY_FAILED",
        "CANCELED, QUERY_FAILED",
        "SUCCESSFUL, QUERY_FAILED"
    })
    void anyOtherStatusIsNone(String status, ErrorCode code) {
        tenant.console().faults().always(Call.GET_QUERY_RESULTS, result(status, ROW));

        assertThat(failure()).isEqualTo(code);
    }

    /** The questions whether the tenant looks for vulnerabilities are queries too. */
    @Test
    void everyQueryLooksBackThirtyDays() throws InterruptedException {
        another(0);
        tenant.console().behaviour().permit(Call.GET_TENANT_INFO, false);
        tenant.console().behaviour().permit(Call.GET_DATASETS, false);

        tenant.readFindings();

        assertThat(tenant.asked(Call.START_XQL_QUERY))
                .hasSize(2)
                .allSatisfy(query -> assertThat(query.path("timeframe")).hasToString("{\"relativeTime\":2592000000}"));
    }

    @Test
    void theRowsOfAStreamAreExpectedBeforeTheyCome() throws InterruptedException {
        another(1_100);

        tenant.readFindings();

        assertThat(tenant.expected).containsExactly(1_100L);
    }

    @Test
    void linesWhoseNumberIsNotToldMayNotBeAll() {
        another(1_100);
        tenant.console()
                .faults()
                .always(
                        Call.GET_QUERY_RESULTS,
                        VendorFaults.reply("{\"reply\":{\"status\":\"SUCCESS\",\"results\":{\"stream_id\":\"s\"}}}"));
        tenant.console().faults().always(Call.GET_QUERY_RESULTS_STREAM, VendorFaults.reply(ROW + "\n" + ROW + "\n"));

        assertThat(failure()).isEqualTo(ErrorCode.INCOMPLETE_RESPONSE);
    }

    @ParameterizedTest
    @CsvSource({"999999, false", "1000000, true"})
    void aMillionRowsMeanThatThereWereMore(int rows, boolean cut) throws InterruptedException {
        another(1_100);
        tenant.console().behaviour().numberOfResults(OptionalLong.of(rows));
        tenant.console().faults().always(Call.GET_QUERY_RESULTS_STREAM, VendorFaults.reply("{}\n".repeat(rows)));

        QueryRows read = tenant.queries().run("dataset = va_cves", JsonParser::skipChildren);

        assertThat(read.read()).isEqualTo(rows);
        assertThat(catchThrowableOfType(ConnectorException.class, read::requireAll))
                .matches(failure -> (failure != null) == cut)
                .matches(failure -> failure == null || failure.code() == ErrorCode.INCOMPLETE_RESPONSE);
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "200, 2"})
    void oneInAHundredRowsMayHaveNoName(int cves, int dropped) throws InterruptedException {
        another(cves);
        dropNames(dropped);

        assertThat(tenant.readFindings()).isEqualTo(new FindingsRead.Completed(cves, dropped));
        assertThat(tenant.warnings)
                .anyMatch(warning -> warning.startsWith(dropped + " × vulnerability without a usable name"));
    }

    @ParameterizedTest
    @CsvSource({"99, 1", "199, 2"})
    void moreThanOneInAHundredRowsMayNot(int cves, int dropped) {
        another(cves);
        dropNames(dropped);

        assertThat(failure()).isEqualTo(ErrorCode.INVALID_RESPONSE);
    }

    @Test
    void rowsWithoutNameSayMoreThanThatRowsAreMissing() {
        another(100);
        dropNames(2);
        tenant.console().behaviour().numberOfResults(OptionalLong.of(101));

        assertThat(failure()).isEqualTo(ErrorCode.INVALID_RESPONSE);
    }

    @Test
    void rowsWithoutNameSayMoreThanThatTheLastLineIsCut() {
        another(1_100);
        dropNames(20);
        tenant.console().faults().always(Call.GET_QUERY_RESULTS_STREAM, new Fault.CutLastLine());

        assertThat(failure()).isEqualTo(ErrorCode.INVALID_RESPONSE);
    }

    @Test
    void aHostThatIsNullIsAHostThatIsNotKnown() throws InterruptedException {
        one(list -> list.putArray("affected_hosts").add("A").addNull());

        assertThat(tenant.weaknesses.values())
                .extracting(WeaknessRecord::evidence)
                .containsExactly(HostEvidence.ADDS_ONLY);
        assertThat(tenant.pairs()).containsExactly("A CVE-2030-0001");
    }

    @Test
    void aHostWhoseNameIsTooLongIsLeftOutAndNothingFixed() throws InterruptedException {
        one(list -> list.putArray("affected_hosts").add("A").add("é".repeat(257)));

        assertThat(tenant.weaknesses.values())
                .extracting(WeaknessRecord::evidence)
                .containsExactly(HostEvidence.ADDS_ONLY);
        assertThat(tenant.warnings).anyMatch(warning -> warning.contains("its CVE fixes nothing"));
    }

    @Test
    void hostsAreTrimmedAndNulIsRemovedAndCounted() throws InterruptedException {
        one(list -> list.putArray("affected_hosts").add(" A ").add("B\0"));

        assertThat(tenant.pairs()).containsExactly("A CVE-2030-0001", "B CVE-2030-0001");
        assertThat(tenant.warnings).anyMatch(warning -> warning.startsWith("1 × text held NUL"));
    }

    @Test
    void aSyncAsksForNeitherHealthNorQuota() throws InterruptedException {
        tenant.connector().probe(Tenant.PLENTY, tenant);
        tenant.readAssets();
        tenant.readFindings();

        assertThat(tenant.console().requests().count(Call.HEALTHCHECK)).isZero();
        assertThat(tenant.console().requests().count(Call.GET_QUOTA)).isZero();
    }

    private void one(Consumer<ObjectNode> columns) throws InterruptedException {
        another(0);
        tenant.console().cves().put("CVE-2030-0001", 9.8, "CRITICAL", "a weakness", List.of());
        ObjectNode row = JSON.createObjectNode();
        columns.accept(row);
        row.put("affected_hosts_count", 2);
        tenant.console().cves().set("CVE-2030-0001", row);
        tenant.readFindings();
    }

    private void dropNames(int rows) {
        tenant.console().cves().names().stream().limit(rows).toList().forEach(name -> {
            tenant.console().cves().removeField(name, "name");
            tenant.console().cves().removeField(name, "cve_id");
        });
    }

    private static Fault result(String status, String row) {
        return VendorFaults.reply("{\"reply\":{\"status\":\"" + status
                + "\",\"number_of_results\":1,\"results\":{\"data\":[" + row + "]}}}");
    }

    private ErrorCode failure() {
        return catchThrowableOfType(ConnectorException.class, tenant::readFindings)
                .code();
    }

    private void another(int cves) {
        tenant.close();
        tenant = new Tenant(TenantOptions.defaults().withCves(cves));
    }
}
