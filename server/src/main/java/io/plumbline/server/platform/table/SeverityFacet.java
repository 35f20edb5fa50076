package io.plumbline.server.platform.table;

import io.plumbline.connector.api.Severity;
import java.util.List;
import java.util.Locale;

/** The filter by severity, the worst first. */
public final class SeverityFacet {

    public static final String PARAMETER = "severity";

    private SeverityFacet() {}

    public static Facet labelled(String label) {
        return Facet.of(
                PARAMETER,
                label,
                List.of(Severity.values()).reversed().stream()
                        .map(severity -> new Facet.Value(severity.name(), word(severity)))
                        .toList());
    }

    public static String word(Severity severity) {
        return severity.name().charAt(0) + severity.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
