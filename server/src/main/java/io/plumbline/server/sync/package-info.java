/**
 * Syncs: one run of a connector at a time, from a queue that is a table, stage by stage, with a live record and a log. The one
 * writer of {@code sync}, {@code sync_log} and {@code scheduled_tasks}; the inventory is written through {@link
 * io.plumbline.server.inventory.Inventory} alone.
 *
 * <p>The table {@code sync} is the truth: a unique index keeps a connector to one run, whoever starts a server on the database
 * takes from the queue, and a row that is no longer RUNNING has lost its run. db-scheduler is only the alarm clock that puts
 * rows into the queue.
 */
@NullMarked
package io.plumbline.server.sync;

import org.jspecify.annotations.NullMarked;
