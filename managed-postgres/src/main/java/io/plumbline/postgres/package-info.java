/**
 * The embedded PostgreSQL's whole life: its binaries, its folder, its process, its roles.
 *
 * <p>{@link io.plumbline.postgres.ManagedPostgres} is the way in. A start goes through the same steps every time, each of
 * which finds what an earlier start left, however that one ended: lock, version, left-over server, binaries, an account that
 * is not root, the cluster, the process, the roles. The package knows nothing of schemas or tables.
 *
 * <p>Below the data folder it owns {@code pg}, {@code pg.new}, {@code pg.lock}, {@code pg.passwords} and {@code postgres}.
 */
@NullMarked
package io.plumbline.postgres;

import org.jspecify.annotations.NullMarked;
