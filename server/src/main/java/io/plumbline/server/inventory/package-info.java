/**
 * The inventory and its one writer. A run stages what a connector reads ({@link
 * io.plumbline.server.inventory.Staging}), computes what would change ({@link
 * io.plumbline.server.inventory.ChangeSet}) without touching anything, and applies it in one transaction under a fence.
 * Syncs, retention and, later, previews and undo all go that way; {@link
 * io.plumbline.server.inventory.InventoryPurge} removes what has become too old, {@link
 * io.plumbline.server.inventory.InventoryDeletion} what a deleted connector left. Nothing else writes these tables: {@code
 * connector_inventory}, {@code asset*}, {@code weakness*}, {@code connector_weakness}, {@code finding*}, {@code
 * inventory_trend} and the schemas {@code staging_<run>}.
 *
 * <p>The SQL is the logic. In it {@code staging.} stands for the run's own schema.
 */
@NullMarked
package io.plumbline.server.inventory;

import org.jspecify.annotations.NullMarked;
