package io.plumbline.connector.cortexxdr.value;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes MAC addresses in one way: lower case, colon-separated, each once. */
public final class MacAddresses {

    private MacAddresses() {}

    /** @param oddities hears of what is no MAC address */
    public static List<String> of(List<String> entered, Oddities oddities) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String text : entered) {
            String digits = text.replaceAll("[:.-]", "").toLowerCase(Locale.ROOT);
            if (digits.matches("[0-9a-f]{12}")) {
                addresses.add(String.join(":", digits.split("(?<=\\G..)")));
            } else {
                oddities.count("MAC address is invalid and was left out", text);
            }
        }
        return List.copyOf(addresses);
    }
}
