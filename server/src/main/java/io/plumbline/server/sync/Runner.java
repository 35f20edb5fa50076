package io.plumbline.server.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes runs from the queue, a few at a time, and runs each on a thread of its own. Platform threads: an interrupted virtual
 * thread would lose the database connection it waits on. Safe for many threads.
 */
@Component
final class Runner {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    static final int AT_ONCE = 3;

    /** How soon a run is found that another server has queued. */
    private static final Duration POLL = Duration.ofSeconds(2);

    private static final Duration SHUTDOWN = Duration.ofSeconds(20);
    private static final int ATTEMPTS_TO_CLOSE = 30;

    private final SyncQueue queue;
    private final RunRecords records;
    private final RunExecution execution;
    private final RunEnd end;
    private final SyncMeters meters;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Map<Long, LiveRun> live = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().name("sync-", 1).factory());
    private volatile boolean stopping;

    Runner(
            SyncQueue queue,
            RunRecords records,
            RunExecution execution,
            RunEnd end,
            SyncMeters meters,
            JdbcTemplate jdbc,
            Clock clock) {
        this.queue = queue;
        this.records = records;
        this.execution = execution;
        this.end = end;
        this.meters = meters;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void start() {
        threads.execute(this::takeFromQueue);
    }

    /** Something may be in the queue. */
    void wake() {
        wake.release();
    }

    /** Stops a run if this server runs it; else its own server learns of it within a second. */
    void stop(long syncId, LiveRun.Stop reason) {
        LiveRun run = live.get(syncId);
        if (run != null) {
            run.stop(reason);
        }
    }

    Collection<LiveRun> live() {
        return live.values();
    }

    /** Ends every run: those that commit are waited for, the others are closed as interrupted. */
    void shutDown() throws InterruptedException {
        stopping = true;
        live.values().forEach(run -> run.stop(LiveRun.Stop.SHUTDOWN));
        wake();
        threads.shutdown();
        if (!threads.awaitTermination(SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("{} syncs did not end in time; they will be closed at the next start", live.size());
            threads.shutdownNow();
        }
    }

    private void takeFromQueue() {
        try {
            while (!stopping) {
                places.acquire();
                Optional<Run> run = claim();
                if (run.isPresent()) {
                    begin(run.get());
                } else {
                    places.release();
                    wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Run> claim() {
        try {
            if (stopping) {
                return Optional.empty();
            }
            queue.addRetries();
            return records.claim();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the queue of syncs cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private void begin(Run run) {
        LiveRun started = new LiveRun(run, clock, new SyncLog(jdbc, run.id()));
        live.put(run.id(), started);
        if (stopping) {
            started.stop(LiveRun.Stop.SHUTDOWN);
        }
        threads.execute(() -> {
            try {
                run(started);
            } finally {
                live.remove(run.id());
                places.release();
                wake();
            }
        });
    }

    /** The boundary: whatever is thrown inside a run ends in its record. */
    private void run(LiveRun run) {
        Received received = new Received();
        Optional<SyncStatus> status;
        try {
            execution.execute(run, received);
            status = Optional.of(SyncStatus.SUCCEEDED);
        } catch (Throwable failure) {
            run.leave();
            run.end();
            status = close(run, received, failure);
        }
        writeLog(run);
        status.ifPresent(ended -> meters.ended(run.run(), ended, clock.instant()));
    }

    /** A database that is away for a moment must not leave a run that seems to go on. */
    private Optional<SyncStatus> close(LiveRun run, Received received, Throwable failure) {
        for (int attempt = 1; attempt < ATTEMPTS_TO_CLOSE && !stopping; attempt++) {
            try {
                return end.failed(run, received, failure);
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("sync {} cannot be closed: {}", run.run().id(), e.getMessage());
                pause();
            }
        }
        try {
            return end.failed(run, received, failure);
        } catch (DataAccessException | TransactionException e) {
            LOG.error(
                    "sync {} stays open until the watchdog closes it", run.run().id(), e);
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void writeLog(LiveRun run) {
        try {
            run.log().flush();
        } catch (DataAccessException e) {
            LOG.warn("the last lines of sync {}'s log are lost: {}", run.run().id(), e.getMessage());
        }
    }
}
