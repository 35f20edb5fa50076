package io.plumbline.server.sync;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.ConnectorListener;
import org.springframework.stereotype.Component;

/** What a change of a connector means for its syncs. Called in the transaction of the change. */
@Component
final class ConnectorEvents implements ConnectorListener {

    private final Syncs syncs;
    private final AlarmClock alarms;

    ConnectorEvents(Syncs syncs, AlarmClock alarms) {
        this.syncs = syncs;
        this.alarms = alarms;
    }

    @Override
    public void created(Connector connector, boolean wantsSync) {
        alarms.set(connector);
        if (wantsSync) {
            syncs.request(connector.id(), SyncTrigger.CREATED, false);
        }
    }

    @Override
    public void changed(Connector before, Connector after, boolean wantsSync) {
        // An alarm that is overdue must not be lost to a change of something else.
        if (!before.schedule().equals(after.schedule())) {
            alarms.set(after);
        }
        if (wantsSync) {
            syncs.request(after.id(), SyncTrigger.MANUAL, false);
        }
    }

    @Override
    public void enabled(Connector connector) {
        alarms.set(connector);
    }

    @Override
    public void disabled(Connector connector) {
        syncs.cancelAll(connector.id());
        alarms.set(connector);
    }

    @Override
    public void deleting(Connector connector) {
        syncs.cancelAll(connector.id());
        alarms.set(connector);
        alarms.delete(connector.id());
    }
}
