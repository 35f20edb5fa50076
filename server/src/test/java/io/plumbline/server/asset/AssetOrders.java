package io.plumbline.server.asset;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.plumbline.server.platform.database.Folding;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The orders of the list, told from what it shows. */
final class AssetOrders {

    private static final List<String> SEVERITIES = List.of("CRITICAL", "HIGH", "MEDIUM", "LOW", "INFO");

    private AssetOrders() {}

    /** By exposure it leaves open what comes first of those that have the same. */
    static Comparator<JsonNode> of(String sort) {
        boolean falling = sort.startsWith("-");
        Comparator<JsonNode> rising = switch (falling ? sort.substring(1) : sort) {
            case "name" ->
                comparing((JsonNode item) -> Folding.fold(text(item, "name"))).thenComparing(byId());
            case "lastObservedAt" ->
                comparing((JsonNode item) -> time(item, "lastObservedAt")).thenComparing(byId());
            case "firstObservedAt" ->
                comparing((JsonNode item) -> time(item, "firstObservedAt")).thenComparing(byId());
            case "exposure" -> byExposure();
            default -> throw new IllegalArgumentException(sort);
        };
        Comparator<JsonNode> order = falling ? rising.reversed() : rising;
        return sort.endsWith("exposure")
                ? comparing((JsonNode item) -> text(item, "status").equals("ARCHIVED"))
                        .thenComparing(order)
                : order;
    }

    static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> text(item, "id")).toList();
    }

    private static Comparator<JsonNode> byExposure() {
        return SEVERITIES.stream()
                .map(severity -> comparingInt((JsonNode item) ->
                        item.get("openFindings").get(severity).intValue()))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private static Comparator<JsonNode> byId() {
        return comparingInt((JsonNode item) -> part(item, 0)).thenComparingInt(item -> part(item, 1));
    }

    private static int part(JsonNode item, int index) {
        return Integer.parseInt(text(item, "id").split("-", -1)[index]);
    }

    private static Instant time(JsonNode item, String member) {
        return Instant.parse(text(item, member));
    }

    private static String text(JsonNode item, String member) {
        return item.get(member).stringValue();
    }
}
