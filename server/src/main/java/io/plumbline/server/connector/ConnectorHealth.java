package io.plumbline.server.connector;

/** How the last finished sync went; stored by name. */
public enum ConnectorHealth {
    CONNECTING,
    CONNECTED,
    FAILED
}
