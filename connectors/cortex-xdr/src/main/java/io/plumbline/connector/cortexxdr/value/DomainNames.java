package io.plumbline.connector.cortexxdr.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Derives a fully qualified name from an endpoint's name and what it reports as its domain, which may be a workgroup. */
public final class DomainNames {

    /** Underscores are no host names by the book, but common on Windows. */
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");

    private static final int LONGEST = 253;

    private DomainNames() {}

    /**
     * In lower case; empty where name and domain do not make one. Only the domain must be a DNS name: hosts are called what people
     * call them, such as a Mac with an apostrophe in its name, and belong to their domain all the same.
     */
    public static Optional<String> qualify(String name, Optional<String> domain) {
        String host = lower(name);
        if (isQualified(host)) {
            return Optional.of(host);
        }
        return domain.map(DomainNames::lower)
                .filter(DomainNames::isQualified)
                .map(suffix -> host.endsWith("." + suffix) ? host : host + "." + suffix);
    }

    /** Two labels or more, all valid, and the last no number: an IPv4 address is no name. */
    private static boolean isQualified(String name) {
        List<String> labels = List.of(name.split("\\.", -1));
        return name.length() <= LONGEST
                && labels.size() >= 2
                && labels.stream().allMatch(label -> LABEL.matcher(label).matches())
                && !labels.getLast().matches("[0-9]+");
    }

    private static String lower(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
