package io.plumbline.server.connector;

import io.plumbline.connector.api.CheckDefinition;
import io.plumbline.connector.api.CheckResult;
import io.plumbline.connector.api.CheckResult.Status;
import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.TestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One connectivity test on a thread of its own, ended when its time is up. Every check is reported, run or not. */
final class ConnectivityRun {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Connector connector;
    private final TestOptions options;
    private final Duration limit;
    private final List<CheckResult> ended = new CopyOnWriteArrayList<>();

    ConnectivityRun(Connector connector, TestOptions options, Duration limit) {
        this.connector = connector;
        this.options = options;
        this.limit = limit;
    }

    /** The checks that have ended, while the others still run. */
    List<CheckView> soFar() {
        return ended.stream().map(CheckView::of).toList();
    }

    ConnectivityReport report() throws InterruptedException {
        FutureTask<Void> test = new FutureTask<>(() -> {
            connector.test(options, ended::add);
            return null;
        });
        long start = System.nanoTime();
        Thread thread = Thread.ofVirtual().name("connectivity-test").start(test);
        try {
            test.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return report(List.of());
        } catch (TimeoutException e) {
            return stopped(
                    start,
                    "The test did not end within %d seconds.".formatted(limit.toSeconds()),
                    "Try again; if it happens again, look at the network between this server and the vendor.",
                    null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectorException failure) {
                return stopped(start, failure.sentence(), failure.remedy(), failure.detail());
            }
            throw new IllegalStateException("the connectivity test broke off", e.getCause());
        } finally {
            // Before the caller closes the connector, give the call a moment to heed the interrupt.
            thread.interrupt();
            thread.join(GRACE);
        }
    }

    /** The check that was running failed by this, those behind it never ran. */
    private ConnectivityReport stopped(long start, String message, String remedy, @Nullable String detail) {
        List<CheckView> rest = new ArrayList<>();
        List<CheckDefinition> checks = connector.checks();
        for (CheckDefinition check : checks.subList(Math.min(ended.size(), checks.size()), checks.size())) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            rest.add(
                    rest.isEmpty() ? CheckView.failed(check, took, message, remedy, detail) : CheckView.skipped(check));
        }
        return report(rest);
    }

    private ConnectivityReport report(List<CheckView> rest) {
        List<CheckView> checks = new ArrayList<>();
        ended.forEach(result -> checks.add(CheckView.of(result)));
        checks.addAll(rest);
        return new ConnectivityReport(
                checks.stream().noneMatch(check -> check.status() == Status.FAILED), List.copyOf(checks));
    }
}
