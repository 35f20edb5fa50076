/**
 * A list as a page: columns to choose and sort, filters as menus and chips, search, pages, and exports. Everything that a person
 * has chosen stands in the address, so that a view can be shared and <em>Back</em> works. A feature declares its page as a {@link
 * io.plumbline.server.platform.table.TablePage} on top of the list that the REST API answers with; both select the same records.
 */
@NullMarked
package io.plumbline.server.platform.table;

import org.jspecify.annotations.NullMarked;
