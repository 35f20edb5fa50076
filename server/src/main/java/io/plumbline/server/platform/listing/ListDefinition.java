package io.plumbline.server.platform.listing;

import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A list of the REST API as its feature declares it. Safe for many threads.
 *
 * @param <I> what identifies a record
 * @param <T> the representation of a record
 */
public interface ListDefinition<I, T> {

    /** As in its URL. */
    String name();

    /** Query parameters beside limit, cursor and sort. */
    Set<String> filters();

    /** The default first, as it runs without being asked; each can be reversed. */
    List<Sort> sorts();

    /** Reads the filters; what is not understood is told to the query. */
    Selection<I> select(ListQuery query, Sort sort);

    /** Those of the records that exist, in the given order. */
    List<T> load(Collection<I> ids);

    /** The columns of its CSV. */
    List<Column<T>> columns();
}
