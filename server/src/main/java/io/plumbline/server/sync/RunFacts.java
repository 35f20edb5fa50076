package io.plumbline.server.sync;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.ConnectorFacts;
import io.plumbline.server.connector.LatestSync;
import io.plumbline.server.connector.LatestSync.State;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a connector's representation shows of its syncs: the newest, and when the next is due. */
@Component
final class RunFacts implements ConnectorFacts {

    private final SyncReading reading;
    private final AlarmClock alarms;

    RunFacts(SyncReading reading, AlarmClock alarms) {
        this.reading = reading;
        this.alarms = alarms;
    }

    @Override
    public Map<Integer, Runs> runs(Collection<Connector> connectors) {
        List<Integer> ids = connectors.stream().map(Connector::id).toList();
        Map<Integer, Sync> newest = reading.newest(ids);
        Map<Integer, Instant> next = alarms.next(ids);
        Map<Integer, Runs> runs = new HashMap<>();
        for (Connector connector : connectors) {
            Sync last = newest.get(connector.id());
            Instant nextSyncAt = connector.syncable() ? sooner(next.get(connector.id()), last) : null;
            runs.put(connector.id(), new Runs(last, nextSyncAt));
        }
        return runs;
    }

    /** Of the schedule's next and the one that is tried again. */
    private static @Nullable Instant sooner(@Nullable Instant scheduled, @Nullable Sync last) {
        Instant again = last == null ? null : last.retryAt();
        return again == null || (scheduled != null && scheduled.isBefore(again)) ? scheduled : again;
    }

    @Override
    public Map<Integer, LatestSync> latestSyncs(Collection<Connector> connectors) {
        Map<Integer, LatestSync> latest = new HashMap<>();
        reading.newest(connectors.stream().map(Connector::id).toList()).forEach((id, sync) -> latest.put(id, of(sync)));
        return latest;
    }

    private static LatestSync of(Sync sync) {
        return new LatestSync(
                sync.id(),
                switch (sync.status()) {
                    case QUEUED -> State.WAITING;
                    case RUNNING -> State.RUNNING;
                    case SUCCEEDED -> State.SUCCEEDED;
                    case FAILED -> State.FAILED;
                    case CANCELLED -> State.CANCELLED;
                },
                sync.stage().label(),
                sync.progress().done(),
                sync.progress().total(),
                sync.queuedAt(),
                sync.startedAt(),
                sync.finishedAt(),
                sync.error() == null ? null : sync.error().message(),
                sync.error() == null ? null : sync.error().remedy(),
                sync.warnings().stream().map(SyncWarning::message).toList());
    }
}
