package io.plumbline.server.platform.listing;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a request selects from a list. Its methods are called within one read-only transaction, so that total and records are of
 * one moment.
 *
 * @param <I> what identifies a record
 */
public interface Selection<I> {

    Total total(JdbcClient jdbc);

    /** One after the other they are the whole list in its order; mostly there is one. */
    List<Part<I>> parts(Total total);

    /**
     * A stretch of the list.
     *
     * @param id from the place of a record
     */
    record Part<I>(Read read, boolean descending, Function<Place, I> id) {}
}
