package io.plumbline.server.connector;

import io.plumbline.server.platform.permission.Permission;

/**
 * A tab of a connector's page. Whoever declares a bean of this has a page of its own at its path, with the
 * {@link ConnectorHeader} on top; tabs stand in the order of their beans ({@link org.springframework.core.annotation.Order}).
 */
public interface ConnectorTab {

    int OVERVIEW = 0;
    int SYNCS = 100;
    int VALIDATION = 150;
    int PREVIEW = 160;
    int MAPPING = 200;
    int CONFIGURATION = 300;

    /** What it is called, such as "Sync logs". */
    String label();

    /** Its path below the connector's own, such as {@code /syncs}. */
    String path();

    /** What its page needs: it is shown to nobody else. */
    default Permission needs() {
        return Permission.READ;
    }

    /** Whether there is anything behind it. */
    default boolean appliesTo(Connector connector) {
        return true;
    }
}
