package io.plumbline.server.sync;

import io.plumbline.server.inventory.ChangeSet;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of a run that has read everything and changes nothing. Safe for many threads. */
@Component
final class DryEnd {

    private final RunRecords records;
    private final TransactionTemplate transaction;

    DryEnd(RunRecords records, TransactionTemplate transaction) {
        this.records = records;
        this.transaction = transaction;
    }

    /**
     * Keeps what the run has found out together with its end.
     *
     * @param result keeps it; in a transaction
     * @throws RunLostException when the run is to stop, or its record was closed meanwhile; nothing is kept
     */
    void conclude(LiveRun live, ChangeSet changes, Runnable result) {
        live.enter(SyncStage.PROCESSING);
        long id = live.run().id();
        if (!records.beginCommit(id) || !live.beginCommit()) {
            throw new RunLostException(id);
        }
        transaction.executeWithoutResult(_ -> {
            result.run();
            if (!records.finish(id, SyncStatus.SUCCEEDED, live.whenDone(), changes.counts(), Optional.empty())) {
                throw new RunLostException(id);
            }
        });
        live.enter(SyncStage.DONE);
    }
}
