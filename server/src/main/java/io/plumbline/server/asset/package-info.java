/**
 * Assets as they are read: the list with its filters and sorts, single ones, exports. Writes nothing.
 */
@NullMarked
package io.plumbline.server.asset;

import org.jspecify.annotations.NullMarked;
