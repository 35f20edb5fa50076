package io.plumbline.server.sync;

import io.plumbline.server.inventory.ChangeSet;
import io.plumbline.server.inventory.Inventory;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The end of a run that succeeds: the inventory, the run's record and the connector's status change together or not at all. */
@Component
final class Commit {

    private final Inventory inventory;
    private final RunRecords records;

    Commit(Inventory inventory, RunRecords records) {
        this.inventory = inventory;
        this.records = records;
    }

    /**
     * Applies, unless somebody has cancelled; after that nobody can.
     *
     * @param together runs in the transaction
     * @throws RunLostException when the run is to stop, or its record was closed meanwhile; nothing was changed
     */
    void apply(LiveRun live, ChangeSet changes, Runnable together) {
        long id = live.run().id();
        if (!records.beginCommit(id) || !live.beginCommit()) {
            throw new RunLostException(id);
        }
        inventory.apply(changes, () -> {
            together.run();
            records.sizes(id, changes.massChange());
            if (!records.finish(id, SyncStatus.SUCCEEDED, live.whenDone(), changes.counts(), Optional.empty())) {
                throw new RunLostException(id);
            }
        });
        live.enter(SyncStage.DONE);
    }
}
