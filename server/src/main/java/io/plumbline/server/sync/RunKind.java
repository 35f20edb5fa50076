package io.plumbline.server.sync;

/** What takes the connector's one place; stored by name. */
enum RunKind {
    /** Reads everything and applies what has changed. */
    SYNC,
    /** Re-judges what is known, once a day; listed nowhere. */
    RETENTION,
    /** Reads everything and compares it with the inventory, which it leaves alone; no sync to a reader. */
    VALIDATION,
    /** Reads everything and tells what a sync would change, maybe with other settings; no sync to a reader either. */
    PREVIEW
}
