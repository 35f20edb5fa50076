package io.plumbline.connector.cortexxdr;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.CheckResult;
import io.plumbline.connector.api.CheckResult.Status;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each cause of a refusal is told as itself, at the check that it concerns, with a remedy that fits. */
class ConnectivityTestTest {

    private static final int PLENTY = 10_000;

    private final Tenant tenant = Tenant.small();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @ParameterizedTest
    @CsvSource({"STANDARD", "ADVANCED"})
    void aHealthyTenantPassesAllSeven(String level) throws InterruptedException {
        List<CheckResult> checks = test(tenant.settings(level));

        assertThat(checks).hasSize(7).allSatisfy(check -> {
            assertThat(check.status()).isEqualTo(Status.PASSED);
            assertThat(check.remedy()).isNull();
        });
    }

    @Test
    void aKeyThatIsAnAdvancedOneIsFoundOut() throws InterruptedException {
        CheckResult failed = failed(test(with(tenant.settings("ADVANCED"), "securityLevel", "STANDARD")));

        assertThat(failed.check().id()).isEqualTo("authentication");
        assertThat(failed.message()).isEqualTo("The tenant takes this API key as an Advanced one, not as Standard.");
        assertThat(failed.remedy()).isEqualTo("Set API key security level to Advanced.");
        assertThat(failed.detail()).contains("HTTP 401", "Public API request unauthorized");
    }

    @Test
    void aKeyThatMayBeAStandardOneIsNeverSentAsOne() throws InterruptedException {
        SettingValues settings = with(tenant.settings("STANDARD"), "securityLevel", "ADVANCED");

        CheckResult failed = failed(test(settings));

        assertThat(failed.check().id()).isEqualTo("authentication");
        assertThat(failed.remedy()).contains("If the key is of level Standard, choose that");
        assertThat(tenant.sentHeaders()).doesNotContain(settings.values().get("apiKey"));
    }

    @ParameterizedTest
    @CsvSource({"STANDARD, 'against Settings > Configurations'", "ADVANCED, 'against Settings > Configurations'"})
    void aWrongKeyIsNothingElse(String level, String remedy) throws InterruptedException {
        CheckResult failed = failed(test(with(tenant.settings(level), "apiKey", "w".repeat(128))));

        assertThat(failed.check().id()).isEqualTo("authentication");
        assertThat(failed.message()).startsWith("The tenant does not accept the API key (");
        assertThat(failed.remedy()).contains(remedy);
    }

    @ParameterizedTest
    @CsvSource({"-PT3H, 3 hours ahead of", "PT40M, 40 minutes behind"})
    void aClockThatIsOffIsNamed(Duration tenantsClock, String words) throws InterruptedException {
        tenant.console().clock().move(tenantsClock);

        CheckResult failed = failed(test(tenant.settings("ADVANCED")));

        assertThat(failed.check().id()).isEqualTo("authentication");
        assertThat(failed.message()).contains("this server's clock is " + words + " the tenant's");
        assertThat(failed.remedy()).contains("NTP");
        assertThat(test(tenant.settings("STANDARD")))
                .as("of no matter to a key that is sent as it is")
                .allSatisfy(check -> assertThat(check.status()).isEqualTo(Status.PASSED));
    }

    @ParameterizedTest
    @CsvSource({
        "GET_ENDPOINT, 403, endpoints, may not",
        "GET_QUOTA, 403, xql, may not",
        "START_XQL_QUERY, 403, xql, may not",
        "GET_QUERY_RESULTS, 403, xql, may not",
        "START_XQL_QUERY, 402, vulnerabilities, lacks the licence",
    })
    void whatIsRefusedFailsAtItsOwnCheck(Call call, int status, String check, String words)
            throws InterruptedException {
        tenant.console().faults().add(call, new Fault.Status(status, "application/json", envelope(status)), 1_000, 0);

        List<CheckResult> checks = test(tenant.settings("STANDARD"));

        CheckResult failed = failed(checks);
        assertThat(failed.check().id()).isEqualTo(check);
        assertThat(failed.message()).contains(words, "told so");
        assertThat(failed.remedy()).isNotBlank();
        assertThat(checks.subList(checks.indexOf(failed) + 1, checks.size()))
                .allSatisfy(later -> assertThat(later.status()).isEqualTo(Status.SKIPPED));
        assertThat(checks.subList(0, checks.indexOf(failed)))
                .allSatisfy(earlier -> assertThat(earlier.status()).isEqualTo(Status.PASSED));
    }

    private static String envelope(int status) {
        return "{\"reply\": {\"err_code\": " + status + ", \"err_msg\": \"told so\", \"err_extra\": null}}";
    }

    private List<CheckResult> test(SettingValues settings) throws InterruptedException {
        return tenant.test(tenant.connector(settings), PLENTY);
    }

    private static CheckResult failed(List<CheckResult> checks) {
        return checks.stream()
                .filter(check -> check.status() == Status.FAILED)
                .findFirst()
                .orElseThrow();
    }

    private static SettingValues with(SettingValues settings, String key, String value) {
        Map<String, String> values = new HashMap<>(settings.values());
        values.put(key, value);
        return new SettingValues(values);
    }
}
