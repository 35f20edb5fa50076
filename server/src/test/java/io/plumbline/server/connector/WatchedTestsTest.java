package io.plumbline.server.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.ConnectorContext;
import io.plumbline.connector.api.HttpTransport;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.connector.api.TestOptions;
import io.plumbline.server.sync.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WatchedTestsTest {

    private final MovableClock clock = new MovableClock("2026-03-10T12:00:00Z");
    private final WatchedTests tests = new WatchedTests(clock);

    @Test
    void aTestIsSeenByNobodyButWhoStartedIt() {
        String id = tests.add("anna", broken());

        assertThat(tests.find("anna", id)).isPresent();
        assertThat(tests.find("berta", id)).isEmpty();
        assertThat(tests.find("anna", "another")).isEmpty();
    }

    @Test
    void aTestIsForgottenAfterAWhile() {
        String id = tests.add("anna", broken());
        clock.advance(WatchedTests.KEPT.plusSeconds(1));

        assertThat(tests.find("anna", id)).isEmpty();
    }

    @Test
    void onlySoManyAreKept() {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            ids.add(tests.add("anna", broken()));
        }

        assertThat(ids.stream().filter(id -> tests.find("anna", id).isPresent()))
                .isEqualTo(ids.subList(10, 60));
    }

    @Test
    void checksShowAsTheyEndAndABugIsNoOutcome() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayBreak = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        HttpTransport waiting = call -> {
            asked.countDown();
            mayBreak.await();
            throw new IllegalArgumentException("a bug");
        };

        WatchedTest test = start(waiting, ended::countDown);
        asked.await();
        TestProgress progress = test.progress();
        mayBreak.countDown();
        ended.await();

        assertThat(progress.isRunning()).isTrue();
        assertThat(progress.ended()).extracting(CheckView::id).containsExactly("address");
        assertThat(progress.open()).extracting(check -> check.id()).containsExactly("ping", "limit");
        assertThat(test.progress().state()).isEqualTo(TestProgress.State.BROKEN);
    }

    private static WatchedTest broken() {
        return start(
                call -> {
                    throw new IllegalArgumentException("a bug");
                },
                () -> {});
    }

    private static WatchedTest start(HttpTransport transport, Runnable ended) {
        SettingValues settings = new SettingValues(Map.of("fqdn", "https://a.vendor.example", "apiKey", "k"));
        return WatchedTest.start(
                new FakeVendorConnector(new ConnectorContext(settings, transport, Clock.systemUTC())),
                new TestOptions(1_000, true),
                Duration.ofSeconds(30),
                ended);
    }
}
