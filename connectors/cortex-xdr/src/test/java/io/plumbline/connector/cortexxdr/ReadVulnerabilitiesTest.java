package io.plumbline.connector.cortexxdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.api.FindingsRead;
import io.plumbline.connector.api.WeaknessRecord;
import io.plumbline.connector.api.WeaknessRecord.HostEvidence;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.TenantOptions;
import io.plumbline.simulator.vendor.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReadVulnerabilitiesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration WINDOW = Duration.ofDays(30);

    private Tenant tenant = Tenant.small();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void aSmallResultIsReadInline() throws InterruptedException {
        FindingsRead read = tenant.readFindings();

        assertThat(read).isEqualTo(new FindingsRead.Completed(140, 0));
        assertThat((long) tenant.pairs().size())
                .isEqualTo(tenant.console().cves().distinctPairs(WINDOW));
        assertThat(tenant.console().requests().count(Call.GET_QUERY_RESULTS_STREAM))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLargeResultIsStreamedPackedOnceOrTwice(boolean twice) throws InterruptedException {
        another(1_400);
        tenant.console().behaviour().doubleGzip(twice);

        FindingsRead read = tenant.readFindings();

        assertThat(read).isEqualTo(new FindingsRead.Completed(1_400, 0));
        assertThat((long) tenant.pairs().size())
                .isEqualTo(tenant.console().cves().distinctPairs(WINDOW));
        assertThat(tenant.console().requests().count(Call.GET_QUERY_RESULTS_STREAM))
                .isEqualTo(1);
    }

    @Test
    void aColumnMeansTheSameInlineAndStreamed() throws InterruptedException {
        tenant.readFindings();
        List<WeaknessRecord> inline = byName();
        another(1_400);
        tenant.readFindings();

        assertThat(byName())
                .filteredOn(
                        one -> inline.stream().anyMatch(other -> other.name().equals(one.name())))
                .extracting(WeaknessRecord::publishedAt)
                .containsExactlyElementsOf(
                        inline.stream().map(WeaknessRecord::publishedAt).toList());
    }

    /** They would be taken twice. */
    @Test
    void rowsOfAQueryThatIsNotDoneAreNoResult() {
        Fault rows = new Fault.Status(200, "application/json", """
                {"reply": {"status": "PENDING", "number_of_results": 1,
                           "results": {"data": [{"name": "CVE-2026-0001", "affected_hosts": ["a"]}]}}}""");
        tenant.console().faults().add(Call.GET_QUERY_RESULTS, rows, 1, 0);
        assertThatThrownBy(tenant::readFindings)
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_RESPONSE))
                .hasMessageContaining("1 rows of an XQL query that it says is not done");
    }

    @Test
    void aQueryMayBePendingForAWhile() throws InterruptedException {
        tenant.console().behaviour().pendingPolls(7);

        assertThat(tenant.readFindings()).isInstanceOf(FindingsRead.Completed.class);
    }

    @Test
    void hostsSwitchedOffForDaysAreStillFindings() throws InterruptedException {
        String id = tenant.everyId().iterator().next();
        String name = "DARK-" + id.substring(0, 6);
        tenant.console().endpoints().put(id, name);
        tenant.console().endpoints().setStatus(id, "disconnected");
        tenant.console()
                .endpoints()
                .setLastSeen(id, System.currentTimeMillis() - Duration.ofDays(5).toMillis());
        tenant.console().cves().put("CVE-2030-0001", 9.8, "CRITICAL", "x", List.of(name));

        tenant.readFindings();

        assertThat(tenant.pairs()).contains(name + " CVE-2030-0001");
    }

    @Test
    void aRowWithoutAListOfHostsProvesNothing() throws InterruptedException {
        one("CVE-2030-0001", List.of("A"));
        tenant.console().cves().removeField("CVE-2030-0001", "affected_hosts");

        tenant.readFindings();

        assertThat(weakness("CVE-2030-0001").evidence()).isEqualTo(HostEvidence.NONE);
        assertThat(tenant.warnings).anyMatch(warning -> warning.startsWith("1 × vulnerability has no list of hosts"));
        assertThat(tenant.cautions).anyMatch(caution -> caution.startsWith("HOST_LISTS_INCOMPLETE: 1 vulnerabilities"));
    }

    @Test
    void aListShorterThanItsCountMayAddButNotFix() throws InterruptedException {
        one("CVE-2030-0001", List.of("A"));
        tenant.console().cves().set("CVE-2030-0001", JSON.createObjectNode().put("affected_hosts_count", 3));

        tenant.readFindings();

        assertThat(weakness("CVE-2030-0001").evidence()).isEqualTo(HostEvidence.ADDS_ONLY);
        assertThat(tenant.warnings).anyMatch(warning -> warning.startsWith("1 × vulnerability lists fewer hosts"));
        assertThat(tenant.cautions).anyMatch(caution -> caution.startsWith("HOST_LISTS_INCOMPLETE: 1 vulnerabilities"));
    }

    @Test
    void anEmptyListIsEvidence() throws InterruptedException {
        one("CVE-2030-0001", List.of());

        tenant.readFindings();

        assertThat(weakness("CVE-2030-0001").evidence()).isEqualTo(HostEvidence.COMPLETE);
    }

    @Test
    void aNameThatCannotBeReadInAListMeansThatTheListFixesNothing() throws InterruptedException {
        one("CVE-2030-0001", List.of("A"));
        ObjectNode odd = JSON.createObjectNode();
        odd.putArray("affected_hosts").add("A").addObject().put("host", "B");
        odd.put("affected_hosts_count", 2);
        tenant.console().cves().set("CVE-2030-0001", odd);

        tenant.readFindings();

        assertThat(weakness("CVE-2030-0001").evidence()).isEqualTo(HostEvidence.ADDS_ONLY);
        assertThat(tenant.pairs()).contains("A CVE-2030-0001");
    }

    @Test
    void excludedVulnerabilitiesAreMarked() throws InterruptedException {
        one("CVE-2030-0001", List.of("A"));
        tenant.console().cves().exclude("CVE-2030-0001", true);

        tenant.readFindings();

        assertThat(weakness("CVE-2030-0001").excluded()).isTrue();
    }

    @Test
    void fewerRowsThanAnnouncedAreNoEvidence() {
        tenant.console().behaviour().numberOfResults(OptionalLong.of(141));

        assertFails(ErrorCode.INCOMPLETE_RESPONSE);
    }

    @Test
    void moreRowsThanAnnouncedAreReadWithAWarning() throws InterruptedException {
        tenant.console().behaviour().numberOfResults(OptionalLong.of(100));

        assertThat(tenant.readFindings()).isInstanceOf(FindingsRead.Completed.class);
        assertThat(tenant.cautions)
                .containsExactly("MORE_ROWS_THAN_ANNOUNCED: The query announced 100 rows and gave 140.");
    }

    @Test
    void aQueryThatSucceededInPartIsNoEvidence() {
        tenant.console().behaviour().outcome(Behaviour.Outcome.PARTIAL_SUCCESS);

        assertFails(ErrorCode.INCOMPLETE_RESPONSE);
    }

    @Test
    void aQueryThatFailedSaysWhy() {
        tenant.console().behaviour().outcome(Behaviour.Outcome.FAIL);

        assertFails(ErrorCode.QUERY_FAILED);
    }

    @Test
    void aUsedUpQuotaIsNamed() {
        tenant.console().quota().setRemaining(0);

        assertFails(ErrorCode.QUERY_QUOTA_EXCEEDED);
    }

    @Test
    void theLastLineOfAStreamMayNotBeCut() {
        another(1_400);
        tenant.console().faults().once(Call.GET_QUERY_RESULTS_STREAM, new Fault.CutLastLine());

        assertFails(ErrorCode.INCOMPLETE_RESPONSE);
    }

    @Test
    void aPackedStreamMayNotBeCut() {
        another(1_400);
        tenant.console().faults().once(Call.GET_QUERY_RESULTS_STREAM, new Fault.CutGzip());

        assertFails(ErrorCode.INCOMPLETE_RESPONSE);
    }

    @Test
    void noRowsAreEvidenceWhereTheLicenceIsInForce() throws InterruptedException {
        none();

        assertThat(tenant.readFindings()).isEqualTo(new FindingsRead.Completed(0, 0));
    }

    @Test
    void noRowsAreNoEvidenceWithoutHostInsights() throws InterruptedException {
        tenant.console().behaviour().hostInsights(false);

        assertThat(tenant.readFindings()).isInstanceOf(FindingsRead.Skipped.class);
    }

    @Test
    void noRowsAreEvidenceWhereADataSetWasWritten() throws InterruptedException {
        none();
        tenant.console().behaviour().permit(Call.GET_TENANT_INFO, false);

        assertThat(tenant.readFindings()).isEqualTo(new FindingsRead.Completed(0, 0));
    }

    @Test
    void noRowsAreEvidenceWhereEndpointsWereAssessed() throws InterruptedException {
        none();
        tenant.console().behaviour().permit(Call.GET_TENANT_INFO, false);
        tenant.console().behaviour().permit(Call.GET_DATASETS, false);

        assertThat(tenant.readFindings()).isEqualTo(new FindingsRead.Completed(0, 0));
    }

    private void none() {
        another(0);
    }

    private void one(String cve, List<String> hosts) {
        none();
        tenant.console().cves().put(cve, 9.8, "CRITICAL", "a weakness", hosts);
        for (int i = 0; i < hosts.size(); i++) {
            tenant.console().endpoints().put(tenant.console().endpoints().idAt(i), hosts.get(i));
        }
    }

    private WeaknessRecord weakness(String name) {
        return tenant.weaknesses.values().stream()
                .filter(weakness -> weakness.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<WeaknessRecord> byName() {
        return tenant.weaknesses.values().stream()
                .sorted(java.util.Comparator.comparing(WeaknessRecord::name))
                .toList();
    }

    private void assertFails(ErrorCode code) {
        assertThatThrownBy(tenant::readFindings).isInstanceOfSatisfying(ConnectorException.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.sentence()).isNotBlank();
            assertThat(failure.remedy()).isNotBlank();
        });
    }

    private void another(int cves) {
        tenant.close();
        tenant.weaknesses.clear();
        tenant = new Tenant(TenantOptions.defaults().withCves(cves));
    }
}
