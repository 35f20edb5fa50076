/**
 * The search over everything, {@code /find}. A feature that has something to be found declares a {@link
 * io.plumbline.server.platform.search.SearchSource}; the page asks all of them and knows none.
 */
@NullMarked
package io.plumbline.server.platform.search;

import org.jspecify.annotations.NullMarked;
