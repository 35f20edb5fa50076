package io.plumbline.server.weakness;

import io.plumbline.server.platform.chart.FindingsByDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One weakness in full.
 *
 * @param score null where the vendor's word gave the severity
 */
public record WeaknessPage(Weakness weakness, @Nullable String score, List<Source> connectors, FindingsByDay days) {

    /** A connector that knows it. */
    public record Source(String name, String href) {}
}
