package io.plumbline.server.sync;

import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.inventory.ChangeCounts;
import io.plumbline.server.inventory.ChangeSet;
import io.plumbline.server.inventory.MassChange;
import java.util.Locale;

/** The guard has stopped a run before it changed anything. */
final class MassChangeStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ChangeCounts counts;
    private final transient SyncError error;

    MassChangeStopped(ChangeSet changes, int percent) {
        super("mass change stopped");
        MassChange mass = changes.massChange();
        this.counts = changes.counts();
        this.error = new SyncError(
                ErrorCode.MASS_CHANGE_GUARD,
                String.format(
                        Locale.ROOT,
                        "This sync would take %,d of %,d assets and %,d of %,d open findings out of the inventory, more than"
                                + " the %d %% that the mass-change guard allows.",
                        mass.assetsLeaving(),
                        mass.assetsBefore(),
                        mass.findingsLeaving(),
                        mass.findingsBefore(),
                        percent),
                "See whether the vendor's console shows the same. If it does, confirm by a sync that allows the mass change;"
                        + " massChangeGuardPercent sets the limit.",
                null);
    }

    /** What the run would have done. */
    ChangeCounts counts() {
        return counts;
    }

    SyncError error() {
        return error;
    }
}
