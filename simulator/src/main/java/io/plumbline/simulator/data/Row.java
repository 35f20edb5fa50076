package io.plumbline.simulator.data;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One row of a data set, whose cells are computed when they are asked for.
 *
 * <p>A cell is a {@code String}, {@code Long}, {@code Double}, {@code Instant}, a list of strings, {@link HostNames}, null, or
 * any JSON that the console put there.
 */
public interface Row {

    /** The columns that this row has, in order. */
    Collection<String> columns();

    @Nullable
    Object get(String column);
}
