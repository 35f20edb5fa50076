package io.plumbline.server.connector;

import io.plumbline.connector.api.CheckDefinition;
import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.TestOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connectivity test that runs on a thread of its own while somebody looks on. Safe for many threads. */
final class WatchedTest {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedTest.class);

    private final List<CheckDefinition> checks;
    private final ConnectivityRun run;
    private volatile @Nullable ConnectivityReport report;
    private volatile boolean broken;

    private WatchedTest(List<CheckDefinition> checks, ConnectivityRun run) {
        this.checks = checks;
        this.run = run;
    }

    /**
     * @param connector is closed when the test has ended
     * @param ended runs then, whatever the end
     */
    static WatchedTest start(Connector connector, TestOptions options, Duration limit, Runnable ended) {
        WatchedTest test = new WatchedTest(connector.checks(), new ConnectivityRun(connector, options, limit));
        Thread.ofVirtual().name("watched-connectivity-test").start(() -> test.run(connector, ended));
        return test;
    }

    private void run(Connector connector, Runnable ended) {
        try (connector) {
            report = run.report();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            broken = true;
        } catch (RuntimeException e) {
            // The boundary of this thread: nobody else would hear of it.
            LOG.error("a connectivity test broke off", e);
            broken = true;
        } finally {
            ended.run();
        }
    }

    TestProgress progress() {
        ConnectivityReport whole = report;
        if (whole != null) {
            return new TestProgress(whole.checks(), List.of(), TestProgress.State.of(whole));
        }
        List<CheckView> soFar = run.soFar();
        return new TestProgress(
                soFar,
                checks.subList(Math.min(soFar.size(), checks.size()), checks.size()),
                broken ? TestProgress.State.BROKEN : TestProgress.State.RUNNING);
    }
}
