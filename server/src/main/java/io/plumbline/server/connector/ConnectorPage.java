package io.plumbline.server.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list.
 *
 * @param nextCursor null on the last page
 */
record ConnectorPage(
        List<ConnectorView> items,
        long total,
        boolean totalIsExact,
        @Nullable String nextCursor) {}
