package io.plumbline.simulator.vendor;

import io.plumbline.simulator.data.Endpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The filters of {@code get_endpoint}. All of them must hold; unknown fields, operators and values are errors, not empty pages. */
final class EndpointFilter {

    private static final Map<String, String> LIST_FIELDS = Map.ofEntries(
            Map.entry("dist_name", "installation_package"),
            Map.entry("ip_list", "ip"),
            Map.entry("group_name", "group_name"),
            Map.entry("alias", "alias"),
            Map.entry("username", "users"),
            Map.entry("public_ip_list", "public_ip"),
            Map.entry("cloud_provider", "cloud_provider"),
            Map.entry("cloud_region", "cloud_region"),
            Map.entry("cloud_provider_account_id", "cloud_provider_account_id"),
            Map.entry("cloud_instance_id", "cloud_instance_id"),
            Map.entry("cloud_id", "cloud_id"));

    private static final Set<String> STATUSES = Set.of("connected", "disconnected", "lost", "uninstalled");
    private static final Map<String, Set<String>> PLATFORMS = Map.of(
            "windows", Set.of("AGENT_OS_WINDOWS"),
            "linux", Set.of("AGENT_OS_LINUX"),
            "macos", Set.of("AGENT_OS_MAC", "AGENT_OS_MACOS"),
            "android", Set.of("AGENT_OS_ANDROID"));
    private static final Map<String, Set<String>> ISOLATION = Map.of(
            "isolated", Set.of("AGENT_ISOLATED"), "unisolated", Set.of("AGENT_UNISOLATED", "AGENT_PENDING_ISOLATION"));
    private static final Set<String> SCANS =
            Set.of("none", "pending", "in_progress", "canceled", "aborted", "pending_cancellation", "success", "error");

    private final Behaviour behaviour;
    private final long now;

    EndpointFilter(Behaviour behaviour, long now) {
        this.behaviour = behaviour;
        this.now = now;
    }

    Predicate<Endpoint> of(JsonNode filters) {
        Predicate<Endpoint> all = endpoint -> true;
        for (var filter : filters) {
            all = all.and(one(
                    filter.path("field").asString(""), filter.path("operator").asString(""), filter.path("value")));
        }
        return all;
    }

    private Predicate<Endpoint> one(String field, String operator, JsonNode value) {
        if (field.equals("first_seen") || field.equals("last_seen")) {
            return time(field, operator, value);
        }
        if (!operator.equals("in")) {
            throw Refusal.badRequest("operator " + operator + " is not supported for field " + field);
        }
        var values = values(value);
        return switch (field) {
            case "endpoint_id_list" -> ids(values);
            case "endpoint_status" -> status(known(values, STATUSES));
            case "hostname" -> endpoint -> values.contains(endpoint.name());
            case "platform" -> column("os_type", mapped(values, PLATFORMS));
            case "isolate" -> column("is_isolated", mapped(values, ISOLATION));
            case "scan_status" -> scan(known(values, SCANS));
            default -> column(column(field), Set.copyOf(values));
        };
    }

    private static String column(String field) {
        var column = LIST_FIELDS.get(field);
        if (column == null) {
            throw Refusal.badRequest("unknown filter field " + field);
        }
        return column;
    }

    private Predicate<Endpoint> ids(List<String> values) {
        if (!behaviour.endpointIdFilter()) {
            throw Refusal.badRequest("unknown filter field endpoint_id_list");
        }
        var ids = Set.copyOf(values);
        return endpoint -> ids.contains(endpoint.id());
    }

    private static Predicate<Endpoint> status(List<String> values) {
        var words = new HashSet<String>();
        values.forEach(value -> words.add(value.toUpperCase(Locale.ROOT)));
        return endpoint -> words.contains(endpoint.status());
    }

    private Predicate<Endpoint> scan(List<String> values) {
        var words = new HashSet<String>();
        values.forEach(value -> words.add("SCAN_STATUS_" + value.toUpperCase(Locale.ROOT)));
        return column("scan_status", words);
    }

    private Predicate<Endpoint> time(String field, String operator, JsonNode value) {
        if (!value.isIntegralNumber()) {
            throw Refusal.badRequest("field " + field + " needs epoch milliseconds");
        }
        long limit = value.asLong();
        return switch (operator) {
            case "gte" -> endpoint -> time(endpoint, field) >= limit;
            case "lte" -> endpoint -> time(endpoint, field) <= limit;
            default -> throw Refusal.badRequest("operator " + operator + " is not supported for field " + field);
        };
    }

    private long time(Endpoint endpoint, String field) {
        return field.equals("last_seen") ? endpoint.lastSeen(now) : endpoint.firstSeen();
    }

    /** Whether a column is one of the values, or a list that holds one. */
    private Predicate<Endpoint> column(String column, Set<String> values) {
        return endpoint -> {
            var cell = endpoint.row(now).path(column);
            if (cell.isArray()) {
                return cell.valueStream().anyMatch(each -> values.contains(each.asString("")));
            }
            return cell.isString() && values.contains(cell.asString());
        };
    }

    private static Set<String> mapped(List<String> values, Map<String, Set<String>> words) {
        var all = new HashSet<String>();
        known(values, words.keySet()).forEach(value -> all.addAll(words.getOrDefault(value, Set.of())));
        return all;
    }

    private static List<String> known(List<String> values, Set<String> words) {
        for (var value : values) {
            if (!words.contains(value)) {
                throw Refusal.badRequest("unknown filter value " + value);
            }
        }
        return values;
    }

    private static List<String> values(JsonNode value) {
        var values = new ArrayList<String>();
        if (value.isString()) {
            values.add(value.asString());
        } else if (value.isArray()) {
            value.forEach(each -> values.add(each.asString("")));
        } else {
            throw Refusal.badRequest("a filter value must be a string or a list of strings");
        }
        return values;
    }
}
