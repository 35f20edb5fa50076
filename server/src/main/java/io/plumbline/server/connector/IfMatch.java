package io.plumbline.server.connector;

import io.plumbline.server.platform.web.Stale;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a change.
 *
 * @param header the If-Match header as sent; null: none, which every revision fulfils
 */
record IfMatch(@Nullable String header) {

    /** The entity tag of a connector as it is stored; facts that other packages add do not change it. */
    static String tagOf(Connector connector) {
        return "\"" + connector.revision() + "\"";
    }

    /** @throws Stale where the connector has moved on */
    void check(Connector connector) {
        if (header == null || header.strip().equals("*")) {
            return;
        }
        boolean matches =
                Arrays.stream(header.split(",", -1)).map(String::strip).anyMatch(tagOf(connector)::equals);
        if (!matches) {
            throw new Stale("The connector has changed since it was read: its revision is %d now."
                    .formatted(connector.revision()));
        }
    }
}
