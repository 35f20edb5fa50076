/**
 * The assets of the inventory over REST: list, detail, export. Only queries; {@code inventory} writes.
 */
@NullMarked
package io.plumbline.server.asset;

import org.jspecify.annotations.NullMarked;
