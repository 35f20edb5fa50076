package io.plumbline.server.sync;

/** What takes the connector's one place; stored by name. */
enum RunKind {
    SYNC,
    /** Re-judges what is known, once a day; listed nowhere. */
    RETENTION
}
