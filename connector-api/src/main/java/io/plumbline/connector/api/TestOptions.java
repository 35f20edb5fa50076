package io.plumbline.connector.api;

/**
 * What a connectivity test compares with.
 *
 * @param maxAssets the connector's limit; a source above it makes a warning, not a failure
 * @param findingsWanted false where the connector ingests assets only: checks of findings are then skipped
 */
public record TestOptions(int maxAssets, boolean findingsWanted) {}
