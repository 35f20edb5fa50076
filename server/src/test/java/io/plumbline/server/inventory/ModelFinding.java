package io.plumbline.server.inventory;

import io.plumbline.server.inventory.Snapshot.FindingState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding of the model: semantics §3, one finding at a time.
 *
 * @param withheld why it is not in the inventory; null: it is
 * @param stateRun the run that gave it its state
 * @param lastObservedAt written down when it is fixed or withheld
 */
record ModelFinding(
        String assetName,
        String weakness,
        State state,
        @Nullable String withheld,
        Instant firstObservedAt,
        @Nullable Instant lastObservedAt,
        @Nullable Instant fixedAt,
        @Nullable String fixedReason,
        long stateRun) {

    enum State {
        ACTIVE,
        RESURFACED,
        FIXED
    }

    static ModelFinding created(String assetName, String weakness, Instant firstObservedAt, long run) {
        return new ModelFinding(assetName, weakness, State.ACTIVE, null, firstObservedAt, null, null, null, run);
    }

    ModelFinding resurfaced(long run) {
        return new ModelFinding(assetName, weakness, State.RESURFACED, null, firstObservedAt, null, null, null, run);
    }

    ModelFinding fixed(String reason, Instant at, long run, @Nullable Instant connectorObserved) {
        return new ModelFinding(
                assetName, weakness, State.FIXED, null, firstObservedAt, observed(connectorObserved), at, reason, run);
    }

    ModelFinding withheld(String reason, @Nullable Instant connectorObserved) {
        return new ModelFinding(
                assetName,
                weakness,
                state,
                reason,
                firstObservedAt,
                observed(connectorObserved),
                fixedAt,
                fixedReason,
                stateRun);
    }

    /** In the inventory and, if open, as last observed as the connector. */
    ModelFinding shown() {
        Instant last = open() ? null : lastObservedAt;
        return new ModelFinding(
                assetName, weakness, state, null, firstObservedAt, last, fixedAt, fixedReason, stateRun);
    }

    /** When it was last seen. Never before it was first seen, whatever the connector's last complete sync was. */
    private Instant observed(@Nullable Instant connectorObserved) {
        if (lastObservedAt != null) {
            return lastObservedAt;
        }
        return connectorObserved == null || connectorObserved.isBefore(firstObservedAt)
                ? firstObservedAt
                : connectorObserved;
    }

    boolean open() {
        return state != State.FIXED;
    }

    boolean inTheInventory() {
        return withheld == null;
    }

    boolean counted() {
        return open() && inTheInventory();
    }

    FindingState stored() {
        return new FindingState(
                state.name(),
                withheld,
                firstObservedAt,
                lastObservedAt,
                fixedAt,
                fixedReason,
                open() ? null : stateRun);
    }
}
