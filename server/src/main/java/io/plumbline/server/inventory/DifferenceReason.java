package io.plumbline.server.inventory;

/** Why the source and the inventory count a record differently. */
public enum DifferenceReason {
    /** The source has it; here it is archived because a sync before did not get it. */
    ARCHIVED_NOT_RETURNED,
    /** The source has it; here it is archived because it was last seen too long ago. */
    ARCHIVED_RETENTION,
    /** The source has it; here it is archived because of its status there. */
    ARCHIVED_VENDOR_STATUS,
    /** The source has it; here it is archived because the connector's filters leave it out. */
    ARCHIVED_FILTERED,
    /** The source lists the name more than once for one weakness; here that is one finding. */
    SAME_NAME,
    /** No asset bears the name that the source lists. */
    UNMATCHED,
    /** Only archived assets bear it. */
    ON_ARCHIVED,
    /** The source counts it, but has excluded the weakness. */
    EXCLUDED,
    /** The connector's filters leave it out. */
    FILTERED,
    /** In a row that could not be read; or kept here, because it may have been in one. */
    DROPPED_ROW,
    /** The source says another number than it lists records; or kept here, because its list was not whole. */
    VENDOR_COUNT_DIFFERS_FROM_LIST,
    /** Has come, gone or changed at the source since the last sync. */
    CHANGED_SINCE
}
