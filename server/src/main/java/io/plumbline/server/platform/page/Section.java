package io.plumbline.server.platform.page;

import java.util.List;
import java.util.Locale;

/** Where a page belongs in the navigation. */
public enum Section {
    DASHBOARD("Dashboard", "/"),
    ASSETS("Assets", "/assets"),
    WEAKNESSES("Weaknesses", "/weaknesses"),
    FINDINGS("Findings", "/findings"),
    CONNECTORS("Connectors", "/connectors"),
    SETTINGS("Settings", "/settings");

    private final String label;
    private final String path;

    Section(String label, String path) {
        this.label = label;
        this.path = path;
    }

    public String label() {
        return label;
    }

    public String path() {
        return path;
    }

    /** The letter that goes there after {@code g}. */
    public String key() {
        return label.substring(0, 1).toLowerCase(Locale.ROOT);
    }

    /** As the side bar groups them. */
    public static List<List<Section>> groups() {
        return List.of(List.of(DASHBOARD, ASSETS, WEAKNESSES, FINDINGS), List.of(CONNECTORS), List.of(SETTINGS));
    }
}
