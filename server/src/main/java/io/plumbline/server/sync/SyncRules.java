package io.plumbline.server.sync;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.connector.DataPulling;
import io.plumbline.server.inventory.ChangeSet;
import io.plumbline.server.inventory.Rules;
import java.util.Set;

/** What a connector's settings mean for a run. */
final class SyncRules {

    private SyncRules() {}

    static Rules of(Run run, DataPulling pulling) {
        return new Rules(
                run.startedAt(),
                pulling.assetRetention(),
                Set.copyOf(pulling.removeAssetsWithStatus()),
                pulling.findingsWanted(),
                pulling.includeExcluded());
    }

    /** @throws MassChangeStopped when the run would take too much out of sight and nobody has allowed it */
    static void guard(ChangeSet changes, LiveRun live, DataPulling pulling) {
        int percent = pulling.massChangeGuardPercent();
        if (!changes.massChange().exceeds(percent)) {
            return;
        }
        if (!live.run().allowMassChange()) {
            throw new MassChangeStopped(changes, percent);
        }
        live.say(LogLine.Level.WARN, "The mass-change guard would have stopped this sync; a person has allowed it.");
    }

    static ConnectorException notSyncable() {
        return new ConnectorException(
                ErrorCode.CANCELLED, "The connector was disabled or deleted.", "Enable it to sync again.", null, null);
    }
}
