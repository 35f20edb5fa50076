package io.plumbline.demo;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A line about one day's sync. */
final class DemoDay {

    private DemoDay() {}

    static String of(int daysAgo, JsonNode sync) {
        String day = daysAgo == 0 ? "today" : daysAgo + (daysAgo == 1 ? " day ago" : " days ago");
        if (!sync.get("status").asString().equals("SUCCEEDED")) {
            return "%-12s failed: %s"
                    .formatted(day, sync.get("error").get("code").asString());
        }
        JsonNode assets = sync.get("counts").get("assets");
        JsonNode findings = sync.get("counts").get("findings");
        return String.format(
                Locale.ROOT,
                "%-12s assets: %d new, %d archived, %d restored; findings: %d new, %d fixed, %d resurfaced",
                day,
                assets.get("created").asLong(),
                assets.get("archived").asLong(),
                assets.get("restored").asLong(),
                findings.get("created").asLong(),
                findings.get("fixed").asLong(),
                findings.get("resurfaced").asLong());
    }
}
