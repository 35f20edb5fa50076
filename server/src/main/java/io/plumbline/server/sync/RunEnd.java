package io.plumbline.server.sync;

import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.inventory.ChangeCounts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes the record of a run that did not succeed. */
@Component
final class RunEnd {

    private final RunRecords records;
    private final SyncQueue queue;
    private final Sources sources;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunEnd(RunRecords records, SyncQueue queue, Sources sources, TransactionTemplate transaction, Clock clock) {
        this.clock = clock;
        this.records = records;
        this.queue = queue;
        this.sources = sources;
        this.transaction = transaction;
    }

    /**
     * Says what became of the run. Repeatable: a record that is closed stays as it is.
     *
     * @return the status it ended with; empty when somebody else has closed it
     */
    Optional<SyncStatus> failed(LiveRun live, Received received, Throwable failure) {
        LiveRun.Stop stop = reason(live, failure);
        if (stop == LiveRun.Stop.LOST) {
            return Optional.empty();
        }
        SyncError error = error(live, failure, stop);
        SyncStatus status = error.code() == ErrorCode.CANCELLED ? SyncStatus.CANCELLED : SyncStatus.FAILED;
        Optional<Instant> again = RetryPlan.next(
                live.run(), error.code(), received.counts().assets().received() > 0, clock.instant());
        say(live, error, status);
        again.ifPresent(at -> live.info("It is tried again by itself at " + at.truncatedTo(ChronoUnit.SECONDS)
                + ", as attempt " + (live.run().attempt() + 1) + "."));
        ChangeCounts counts = failure instanceof MassChangeStopped guard ? guard.counts() : received.counts();
        boolean closed = Boolean.TRUE.equals(transaction.execute(
                transactionStatus -> close(live.run(), status, live.snapshot(), counts, error, again)));
        return closed ? Optional.of(status) : Optional.empty();
    }

    private boolean close(
            Run run,
            SyncStatus status,
            LiveRun.Snapshot snapshot,
            ChangeCounts counts,
            SyncError error,
            Optional<Instant> again) {
        // The connector before the sync: the order in which everybody takes these two locks.
        if (status == SyncStatus.FAILED && run.kind() == RunKind.SYNC) {
            queue.lockConnector(run.connectorId());
        }
        if (!records.finish(run.id(), status, snapshot, counts, Optional.of(error))) {
            return false;
        }
        if (status == SyncStatus.FAILED && run.kind() == RunKind.SYNC) {
            sources.markFailed(run.connectorId());
            if (error.code() == ErrorCode.INTERRUPTED) {
                queue.retry(run.connectorId(), run.trigger());
            }
            again.ifPresent(at -> records.tryAgain(run.id(), at));
        }
        return true;
    }

    /** A cancel may have stopped the commit before anybody has told the run. */
    private LiveRun.@Nullable Stop reason(LiveRun live, Throwable failure) {
        LiveRun.Stop stop = live.stopped();
        if (stop != null || !(failure instanceof RunLostException)) {
            return stop;
        }
        return switch (records.beat(live.run().id(), live.snapshot())) {
            case CANCEL_REQUESTED -> LiveRun.Stop.CANCELLED;
            case FENCED -> LiveRun.Stop.FENCED;
            case LOST -> LiveRun.Stop.LOST;
            case FINE -> null;
        };
    }

    private static SyncError error(LiveRun live, Throwable failure, LiveRun.@Nullable Stop stop) {
        return switch (stop) {
            case CANCELLED -> SyncError.cancelled("The sync was cancelled.");
            case SHUTDOWN -> SyncError.interrupted("The server went down while the sync ran.");
            case FENCED, LOST -> SyncError.interrupted(SyncFailures.FENCED);
            case null -> SyncFailures.of(failure, live.run().id());
        };
    }

    private static void say(LiveRun live, SyncError error, SyncStatus status) {
        LogLine.Level level = status == SyncStatus.CANCELLED ? LogLine.Level.WARN : LogLine.Level.ERROR;
        live.say(level, error.code() + ": " + error.message() + " " + error.remedy());
    }
}
