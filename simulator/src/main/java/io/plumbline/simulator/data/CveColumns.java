package io.plumbline.simulator.data;

import java.util.List;

/** The columns of the vulnerability data sets, in the order of the vendor's. */
public final class CveColumns {

    public static final List<String> VA_CVES = List.of(
            "cve_id",
            "name",
            "description",
            "severity",
            "severity_score",
            "affected_hosts",
            "affected_hosts_count",
            "affected_products",
            "publication_date",
            "modification_date",
            "exploitability_score",
            "impact_score",
            "confidentiality",
            "integrity",
            "availability",
            "type",
            "os_type",
            "is_excluded");

    public static final List<String> VA_ENDPOINTS =
            List.of("endpoint_id", "endpoint_name", "cves", "severity", "severity_score");

    private CveColumns() {}
}
