package io.plumbline.server.inventory;

import java.util.List;
import java.util.regex.Pattern;

/** Which names of weaknesses are CVE ids; where a vendor gives none, a weakness bears the vendor's own name. */
public final class CveIds {

    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]+");

    private CveIds() {}

    /** The name itself, or nothing. */
    public static List<String> in(String weaknessName) {
        return CVE.matcher(weaknessName).matches() ? List.of(weaknessName) : List.of();
    }
}
