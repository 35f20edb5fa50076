/**
 * The database: the embedded one or the operator's, its pool, its migrations. A {@link javax.sql.DataSource} that is handed
 * out is reachable, of a version we support and migrated. Closing goes the way back: first whoever uses the pool, then the
 * pool, then the embedded server.
 */
@NullMarked
package io.plumbline.server.platform.database;

import org.jspecify.annotations.NullMarked;
