package io.plumbline.server.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param total how many there are in all; a lower bound where it is not exact
 * @param nextCursor null on the last page
 */
public record Page<T>(
        List<T> items,
        long total,
        boolean totalIsExact,
        @Nullable String nextCursor) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int HIGHEST_LIMIT = 1_000;
}
