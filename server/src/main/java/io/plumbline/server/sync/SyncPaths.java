package io.plumbline.server.sync;

/** Where the pages of syncs are. */
final class SyncPaths {

    private SyncPaths() {}

    static String all(Object connectorId) {
        return "/connectors/" + connectorId + "/syncs";
    }

    static String one(Sync sync) {
        return all(sync.connectorId()) + "/" + sync.id();
    }
}
