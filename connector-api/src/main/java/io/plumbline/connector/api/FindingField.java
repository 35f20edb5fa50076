package io.plumbline.connector.api;

/** The fields of a finding and its weakness as the inventory calls them, in the order in which a mapping is shown. */
public enum FindingField implements MappedField {
    UNIQUE_IDENTIFIER("Unique identifier"),
    NAME("Finding name, CVEs"),
    ASSET_NAME("Asset name"),
    STATE("State"),
    SEVERITY("Severity"),
    SEVERITY_SCORE("Severity driver"),
    VENDOR_SEVERITY("Vendor severity"),
    DESCRIPTION("Description"),
    AFFECTED_PRODUCTS("Affected products"),
    PUBLISHED("Publication date"),
    EXPLOITABILITY_SCORE("Exploitability score"),
    IMPACT_SCORE("Impact score"),
    TYPE("Type"),
    EXCLUDED("Excluded in the vendor's console");

    private final String label;

    FindingField(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
