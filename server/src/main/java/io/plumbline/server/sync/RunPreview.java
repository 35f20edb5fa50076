package io.plumbline.server.sync;

import io.plumbline.server.connector.DataPulling;
import io.plumbline.server.inventory.ChangeSet;
import io.plumbline.server.inventory.Inventory;
import io.plumbline.server.inventory.MassChange;
import io.plumbline.server.sync.PreviewSink.Guard;
import io.plumbline.server.sync.PreviewSink.Preview;
import org.springframework.stereotype.Component;

/** Tells what a run would change, instead of changing it. Safe for many threads. */
@Component
final class RunPreview {

    private final Inventory inventory;
    private final DryEnd dryEnd;
    private final PreviewSink sink;

    RunPreview(Inventory inventory, DryEnd dryEnd, PreviewSink sink) {
        this.inventory = inventory;
        this.dryEnd = dryEnd;
        this.sink = sink;
    }

    /** @param pulling what the changes were computed by */
    void tell(LiveRun live, ChangeSet changes, DataPulling pulling) {
        Run run = live.run();
        Preview preview = new Preview(
                changes.counts(),
                guard(changes.massChange(), pulling.massChangeGuardPercent()),
                inventory.planned(changes));
        dryEnd.conclude(live, changes, () -> sink.add(run.connectorId(), run.id(), run.startedAt(), preview));
    }

    private static Guard guard(MassChange change, int percent) {
        return new Guard(
                change.exceeds(percent),
                percent,
                change.assetsLeaving(),
                change.assetsBefore(),
                change.findingsLeaving(),
                change.findingsBefore());
    }
}
