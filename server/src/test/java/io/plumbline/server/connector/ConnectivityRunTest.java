package io.plumbline.server.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.connector.api.ConnectorContext;
import io.plumbline.connector.api.HttpTransport;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.connector.api.TestOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ConnectivityRunTest {

    private static final TestOptions OPTIONS = new TestOptions(1_000, true);

    @Test
    void aTestThatTakesTooLongIsStoppedAndToldSo() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        HttpTransport never = call -> {
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("unreachable");
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        };

        ConnectivityReport report = new ConnectivityRun(fake(never), OPTIONS, Duration.ofMillis(200)).report();

        assertThat(report.passed()).isFalse();
        assertThat(report.checks())
                .extracting(check -> check.status().name())
                .containsExactly("PASSED", "FAILED", "SKIPPED");
        assertThat(report.checks().get(1).message()).contains("did not end");
        interrupted.await();
    }

    @Test
    void aBugInAConnectorIsNoOutcome() {
        HttpTransport broken = call -> {
            throw new IllegalArgumentException("a bug");
        };

        assertThatThrownBy(() -> new ConnectivityRun(fake(broken), OPTIONS, Duration.ofSeconds(30)).report())
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("a bug");
    }

    private static FakeVendorConnector fake(HttpTransport transport) {
        SettingValues settings = new SettingValues(Map.of("fqdn", "https://a.vendor.example", "apiKey", "k"));
        return new FakeVendorConnector(new ConnectorContext(settings, transport, Clock.systemUTC()));
    }
}
