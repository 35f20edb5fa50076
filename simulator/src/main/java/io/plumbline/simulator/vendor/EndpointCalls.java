package io.plumbline.simulator.vendor;

import io.plumbline.simulator.data.Endpoint;
import io.plumbline.simulator.data.Endpoints;
import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Response;
import io.plumbline.simulator.vendor.EndpointSelection.Sort;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code get_endpoint} and {@code get_endpoints}. */
final class EndpointCalls {

    private static final int PAGE = 100;

    private record Cached(String key, EndpointSelection selection) {}

    private final Endpoints endpoints;
    private final Behaviour behaviour;
    private final Clock clock;
    private volatile @Nullable Cached cached;

    EndpointCalls(Endpoints endpoints, Behaviour behaviour, Clock clock) {
        this.endpoints = endpoints;
        this.behaviour = behaviour;
        this.clock = clock;
    }

    /** One window of the endpoints; half-open, of at most 100. */
    Response page(ObjectNode request) {
        long from = request.path("search_from").asLong(0);
        long to = request.path("search_to").asLong(PAGE);
        if (from < 0 || to - from <= 0 || to - from > PAGE) {
            throw Refusal.badRequest("search range is not valid: 0 < search_size <= 100");
        }
        long now = clock.millis();
        var selection = select(request, now);
        long end = Math.min(to, selection.size());
        return Json.reply(200, json -> {
            json.writeStartObject().writeObjectPropertyStart("reply");
            if (behaviour.totalCount()) {
                json.writeNumberProperty("total_count", selection.size());
            }
            json.writeNumberProperty("result_count", Math.max(0, end - from));
            json.writeArrayPropertyStart("endpoints");
            for (long position = from; position < end; position++) {
                json.writePOJO(selection.at(position).row(now));
            }
            json.writeEndArray().writeEndObject().writeEndObject();
        });
    }

    private EndpointSelection select(ObjectNode request, long now) {
        var sort = request.path("sort");
        var field = sort(sort.path("field").asString("first_seen"));
        boolean descending = descending(sort.path("keyword").asString("DESC"));
        var filters = request.path("filters");
        var filter = new EndpointFilter(behaviour, now).of(filters);
        var snapshot = endpoints.snapshot();
        if (field == Sort.ENDPOINT_ID && filters.isEmpty()) {
            return EndpointSelection.all(snapshot, descending);
        }
        // The next page of the same request finds the selection ready, unless data or time have moved on.
        boolean timely = field == Sort.LAST_SEEN || filters.toString().contains("last_seen");
        var key = filters + "|" + field + "|" + descending + "|" + snapshot.version() + "|" + (timely ? now : 0);
        var last = cached;
        if (last == null || !last.key.equals(key)) {
            last = new Cached(key, EndpointSelection.of(snapshot, filter, field, descending, now));
            cached = last;
        }
        return last.selection;
    }

    private static Sort sort(String field) {
        return switch (field) {
            case "endpoint_id" -> Sort.ENDPOINT_ID;
            case "first_seen" -> Sort.FIRST_SEEN;
            case "last_seen" -> Sort.LAST_SEEN;
            default -> throw Refusal.badRequest("unknown sort field " + field);
        };
    }

    /** The documentation asks for capitals, and its own example has none. */
    private static boolean descending(String keyword) {
        return switch (keyword.toUpperCase(Locale.ROOT)) {
            case "ASC" -> false;
            case "DESC" -> true;
            default -> throw Refusal.badRequest("unknown sort keyword " + keyword);
        };
    }

    /** All endpoints at once: a flat list with other names for the same things. */
    Response all() {
        var snapshot = endpoints.snapshot();
        long now = clock.millis();
        return Json.reply(200, json -> {
            json.writeStartObject().writeArrayPropertyStart("reply");
            snapshot.stream().forEach(endpoint -> writeAgent(json, endpoint, now));
            json.writeEndArray().writeEndObject();
        });
    }

    private static void writeAgent(JsonGenerator json, Endpoint endpoint, long now) {
        var row = endpoint.row(now);
        boolean server = row.path("endpoint_type").asString("").endsWith("SERVER");
        var agent = Json.MAPPER.createObjectNode();
        copy(row, "endpoint_id", agent, "agent_id");
        copy(row, "endpoint_status", agent, "agent_status");
        copy(row, "operational_status", agent, "operational_status");
        copy(row, "endpoint_name", agent, "host_name");
        agent.put("agent_type", server ? "Server" : "Workstation");
        copy(row, "ip", agent, "ip");
        copy(row, "last_seen", agent, "last_seen");
        copy(row, "tags", agent, "tags");
        copy(row, "users", agent, "users");
        json.writePOJO(agent);
    }

    private static void copy(ObjectNode from, String column, ObjectNode to, String name) {
        JsonNode cell = from.get(column);
        if (cell != null) {
            to.set(name, cell);
        }
    }
}
