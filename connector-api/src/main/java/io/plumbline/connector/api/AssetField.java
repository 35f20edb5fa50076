package io.plumbline.connector.api;

/** The fields of a device as the inventory calls them, in the order in which a mapping is shown. */
public enum AssetField implements MappedField {
    UNIQUE_IDENTIFIER("Unique identifier"),
    EXTERNAL_IDENTIFIER("External identifier, provider identifier"),
    NAME("Name"),
    IPV4_ADDRESSES("IPv4 addresses"),
    IPV6_ADDRESSES("IPv6 addresses"),
    OPERATING_SYSTEM("Operating system"),
    FQDN("Host fully qualified DNS"),
    MAC_ADDRESSES("MAC addresses"),
    FIRST_OBSERVED("First observation date"),
    LAST_OBSERVED("Last observed at"),
    EXTERNAL_TAGS("External tags"),
    VENDOR_STATUS("Vendor status"),
    CUSTOM_ATTRIBUTES("Custom attributes");

    private final String label;

    AssetField(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
