package io.plumbline.server.sync;

/**
 * What a sync found in the inventory of its connector and what it left there.
 *
 * @param assetsBefore ACTIVE ones
 * @param findingsBefore open ones that are in the inventory
 */
public record Sizes(long assetsBefore, long assetsAfter, long findingsBefore, long findingsAfter) {}
