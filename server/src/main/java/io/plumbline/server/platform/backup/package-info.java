/**
 * Backup and restore: one archive with the content of every table, as of one moment, taken while the server runs. The same
 * archive moves an installation between the embedded and an external PostgreSQL, and to the next major version of either. Owns
 * the archive's format.
 */
@NullMarked
package io.plumbline.server.platform.backup;

import org.jspecify.annotations.NullMarked;
