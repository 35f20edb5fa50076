package io.plumbline.server.weakness;

import io.plumbline.connector.api.FieldMapping;
import io.plumbline.connector.api.FindingField;
import io.plumbline.server.platform.chart.FindingsByDay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One weakness in full.
 *
 * @param score null where the vendor's word gave the severity
 * @param fields which of the vendor's became which of the weakness
 */
public record WeaknessPage(
        Weakness weakness,
        @Nullable String score,
        List<Source> connectors,
        Map<FindingField, FieldMapping<FindingField>> fields,
        FindingsByDay days) {

    /** A connector that knows it. */
    public record Source(String name, String href) {}
}
