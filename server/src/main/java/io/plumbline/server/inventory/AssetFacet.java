package io.plumbline.server.inventory;

import io.plumbline.server.platform.database.Folding;
import java.util.List;

/** What exact filters on assets ask for. Whoever writes the tokens that answer them, and whoever reads, makes them here. */
public enum AssetFacet {
    OPERATING_SYSTEM("operatingSystem", "os", "Operating system"),
    ENDPOINT_TYPE("endpointType", "type", "Endpoint type"),
    GROUP("group", "group", "Group"),
    TAG("tag", "tag", "Tag"),
    /** Moves by itself: an asset's row bears no token of it, the dictionary does. */
    VENDOR_STATUS("vendorStatus", "status", "Vendor status");

    /** Of a value: an index entry's size is limited. */
    static final int LONGEST = 256;

    private final String parameter;
    private final String key;
    private final String label;

    AssetFacet(String parameter, String key, String label) {
        this.parameter = parameter;
        this.key = key;
        this.label = label;
    }

    /** What lists call the filter. */
    public String parameter() {
        return parameter;
    }

    /** What tokens begin with, a colon after it. */
    public String key() {
        return key;
    }

    /** What a person reads. */
    public String label() {
        return label;
    }

    /** @param value cut after 256 characters, and without regard to case */
    public String token(String value) {
        return key + ':' + Folding.fold(cut(value, LONGEST));
    }

    /** Any of some values, for a filter. */
    public List<String> tokens(List<String> values) {
        return values.stream().map(this::token).toList();
    }

    /** Cuts at a code point, so that no half of one is left. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }
}
