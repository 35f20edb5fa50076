/**
 * Lists of any size over REST: filters and sorts become SQL with named parameters, a page begins where a cursor says, totals are
 * counted up to a bound, and an export is the same list page after page. A feature declares its list as a {@link
 * io.plumbline.server.platform.listing.ListDefinition}; this package knows nothing of what is listed.
 *
 * <p>Every sort is a total order: its keys end with what identifies the record, and all of them run the same way, so that one
 * row comparison is the whole cursor and one index, read forwards or backwards, is the whole sort.
 */
@NullMarked
package io.plumbline.server.platform.listing;

import org.jspecify.annotations.NullMarked;
