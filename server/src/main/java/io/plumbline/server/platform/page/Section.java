package io.plumbline.server.platform.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a page belongs in the navigation, in whose order they stand. */
public enum Section {
    DASHBOARD("Dashboard", "/", 'd', Group.INVENTORY),
    ASSETS("Assets", "/assets", 'a', Group.INVENTORY),
    WEAKNESSES("Weaknesses", "/weaknesses", 'w', Group.INVENTORY),
    FINDINGS("Findings", "/findings", 'f', Group.INVENTORY),
    CONNECTORS("Connectors", "/connectors", 'c', Group.SOURCES),
    SETTINGS("Settings", "/settings", 's', Group.INSTALLATION);

    /** What stands together in the side bar. */
    private enum Group {
        INVENTORY,
        SOURCES,
        INSTALLATION
    }

    private final String label;
    private final String path;
    private final char key;
    private final Group group;

    Section(String label, String path, char key, Group group) {
        this.label = label;
        this.path = path;
        this.key = key;
        this.group = group;
    }

    public String label() {
        return label;
    }

    public String path() {
        return path;
    }

    /** The letter that goes there after {@code g}. */
    public String key() {
        return String.valueOf(key);
    }

    /** The name of its picture. */
    public String icon() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the side bar groups them. */
    public static List<List<Section>> groups() {
        return Arrays.stream(Group.values())
                .map(group -> Arrays.stream(values())
                        .filter(section -> section.group == group)
                        .toList())
                .toList();
    }

    /** The labels of all, as a sentence lists them. */
    public static String labels() {
        return Arrays.stream(values()).map(Section::label).collect(Collectors.joining(", "));
    }
}
