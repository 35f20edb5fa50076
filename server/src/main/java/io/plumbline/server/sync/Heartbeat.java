package io.plumbline.server.sync;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Once a second: tells the database how this server's runs go, learns which are to stop, and looks after dead servers' runs. */
@Component
final class Heartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Runner runner;
    private final RunRecords records;
    private final Watchdog watchdog;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sync-heartbeat").factory());

    Heartbeat(Runner runner, RunRecords records, Watchdog watchdog) {
        this.runner = runner;
        this.records = records;
        this.watchdog = watchdog;
    }

    void start() {
        ScheduledFuture<?> _ =
                thread.scheduleWithFixedDelay(this::beat, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        thread.shutdownNow();
    }

    private void beat() {
        try {
            runner.live().forEach(this::beat);
            watchdog.look();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("no heartbeat: {}", e.getMessage());
        } catch (RuntimeException e) {
            // The boundary of this thread: what is thrown here would end the heartbeat without a word.
            LOG.error("the heartbeat of syncs failed", e);
        }
    }

    private void beat(LiveRun run) {
        switch (records.beat(run.run().id(), run.snapshot())) {
            case FINE -> {}
            case CANCEL_REQUESTED -> run.stop(LiveRun.Stop.CANCELLED);
            case FENCED -> run.stop(LiveRun.Stop.FENCED);
            case LOST -> run.stop(LiveRun.Stop.LOST);
        }
        run.log().flush();
    }
}
