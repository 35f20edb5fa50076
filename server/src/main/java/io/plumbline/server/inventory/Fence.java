package io.plumbline.server.inventory;

/**
 * The right to write one connector's inventory, good until somebody else raises a fence for it. A run that was stopped and
 * woken again finds its fence passed and can apply nothing.
 *
 * @param runId the sync this run belongs to; names its staging schema and stamps its changes
 * @param epoch the connector's run epoch when the run began
 * @param version the inventory's version that the run's change set stands on
 */
public record Fence(int connectorId, long runId, long epoch, long version) {}
