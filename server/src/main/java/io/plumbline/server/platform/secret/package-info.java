/**
 * Secrets at rest: the master key and the box that seals with it. Owns the table {@code secret_check}, by which a wrong key
 * is recognised at start, before anything is written with it.
 */
@NullMarked
package io.plumbline.server.platform.secret;

import org.jspecify.annotations.NullMarked;
