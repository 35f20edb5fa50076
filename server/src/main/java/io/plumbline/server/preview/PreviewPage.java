package io.plumbline.server.preview;

import io.plumbline.server.connector.ConnectorHeader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sync of a connector would change.
 *
 * @param path where this page is
 * @param asked null where nobody has asked yet
 */
public record PreviewPage(
        ConnectorHeader header, String path, @Nullable Asked asked) {

    /**
     * @param tried in words, what differs from what the connector is set to
     * @param trouble why it tells nothing; null where it does, or may soon
     * @param stopped in words, that the guard would stop it; null where it would not
     * @param changes what it would do; empty while it runs, and where that is nothing
     */
    public record Asked(
            Instant at,
            boolean underWay,
            List<String> tried,
            @Nullable String trouble,
            @Nullable String stopped,
            List<Change> changes) {

        public boolean told() {
            return !underWay && trouble == null;
        }
    }

    /** @param more how many there are beside the examples; empty where there are none */
    public record Change(String words, List<String> examples, String more) {}
}
