package io.plumbline.server.connector;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it heard, and refuses on demand. */
final class RecordingListener implements ConnectorListener {

    final List<String> heard = new ArrayList<>();
    private boolean refusing;

    void refuseOnce() {
        refusing = true;
    }

    @Override
    public void created(Connector connector, boolean wantsSync) {
        hear("created %s sync=%s".formatted(connector.name(), wantsSync));
    }

    @Override
    public void changed(Connector before, Connector after, boolean wantsSync) {
        hear("changed %d to %d sync=%s".formatted(before.revision(), after.revision(), wantsSync));
    }

    @Override
    public void enabled(Connector connector) {
        hear("enabled");
    }

    @Override
    public void disabled(Connector connector) {
        hear("disabled");
    }

    @Override
    public void deleting(Connector connector) {
        hear("deleting");
    }

    private synchronized void hear(String news) {
        if (refusing) {
            refusing = false;
            throw new IllegalStateException("refused by the test");
        }
        heard.add(news);
    }
}
