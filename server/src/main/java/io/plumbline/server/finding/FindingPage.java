package io.plumbline.server.finding;

import io.plumbline.connector.api.FieldMapping;
import io.plumbline.connector.api.FindingField;
import io.plumbline.server.platform.table.Cell;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One finding in full.
 *
 * @param withheld why it is not in the inventory, as a sentence; null where it is
 * @param fixed why it counts as fixed, likewise
 * @param fields which fields of the vendor became which of the finding
 * @param history the newest first
 */
public record FindingPage(
        Finding finding,
        Cell state,
        @Nullable String score,
        String connector,
        @Nullable String withheld,
        @Nullable String fixed,
        List<Bearer> assets,
        Map<FindingField, FieldMapping<FindingField>> fields,
        List<Event> history) {

    /** An ACTIVE asset that it stands on. */
    public record Bearer(String id, String href) {}

    /** @param at start of the sync that did it; null where its record has gone */
    public record Event(String what, String why, @Nullable Instant at, String href) {}
}
