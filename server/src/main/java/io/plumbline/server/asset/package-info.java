/**
 * The assets of the inventory over REST and as pages: list, export, and one asset with its history. Only queries; {@code
 * inventory} writes.
 */
@NullMarked
package io.plumbline.server.asset;

import org.jspecify.annotations.NullMarked;
