package io.plumbline.server.connector;

import io.plumbline.server.platform.permission.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on top of every page about one connector: name, status, what can be done, tabs. Shown by {@code
 * connector/header.jte}.
 *
 * @param latest null before the first sync
 */
public record ConnectorHeader(
        int id,
        String name,
        String typeName,
        StatusLine status,
        @Nullable LatestSync latest,
        boolean enabled,
        boolean deleting,
        List<Tab> tabs) {

    /**
     * @param here whether its page is the one being shown
     */
    public record Tab(String label, String href, boolean here, Permission needs) {}

    public String path() {
        return pathOf(id);
    }

    /** Whether a sync waits or runs, so that its page should look again soon. */
    public boolean isUnderWay() {
        return !deleting && latest != null && latest.isUnderWay();
    }

    static String pathOf(int id) {
        return "/connectors/" + id;
    }
}
