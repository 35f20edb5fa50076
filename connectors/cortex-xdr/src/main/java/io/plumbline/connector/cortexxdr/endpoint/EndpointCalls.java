package io.plumbline.connector.cortexxdr.endpoint;

import io.plumbline.connector.cortexxdr.protocol.IncompleteException;
import io.plumbline.connector.cortexxdr.protocol.Json;
import io.plumbline.connector.cortexxdr.protocol.ReplyJson;
import io.plumbline.connector.cortexxdr.protocol.ShapeException;
import io.plumbline.connector.cortexxdr.protocol.TenantClient;
import io.plumbline.connector.cortexxdr.protocol.VendorCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The questions asked of {@code get_endpoint}. Safe for many threads. */
final class EndpointCalls {

    private final TenantClient client;
    private final EndpointMapping mapping;

    EndpointCalls(TenantClient client, EndpointMapping mapping) {
        this.client = client;
        this.mapping = mapping;
    }

    /** Endpoints {@code from} to {@code from + 100} in the order of their ids: the only order that stays put while one reads. */
    EndpointWindow window(long from) throws InterruptedException {
        return ask(from, from + EndpointWindow.SIZE, null);
    }

    /** @param ids 100 at most */
    EndpointWindow byId(Collection<String> ids) throws InterruptedException {
        return ask(0, EndpointWindow.SIZE, ids);
    }

    private EndpointWindow ask(long from, long to, @Nullable Collection<String> ids) throws InterruptedException {
        ObjectNode request = Json.MAPPER.createObjectNode();
        ObjectNode data =
                request.putObject("request_data").put("search_from", from).put("search_to", to);
        data.putObject("sort").put("field", "endpoint_id").put("keyword", "ASC");
        if (ids != null) {
            ObjectNode filter = data.putArray("filters").addObject();
            filter.put("field", "endpoint_id_list").put("operator", "in");
            ids.forEach(filter.putArray("value")::add);
        }
        return client.call(VendorCall.GET_ENDPOINT, request.toString(), parser -> window(from, parser));
    }

    /** {@code {"reply": {"total_count": 1, "result_count": 1, "endpoints": [...]}}}: some 200 KB. */
    private EndpointWindow window(long from, JsonParser parser) throws IOException {
        JsonNode reply = ReplyJson.object(parser);
        JsonNode endpoints = reply.path("endpoints");
        if (!endpoints.isArray()) {
            throw new ShapeException("has no list of endpoints");
        }
        if (reply.path("result_count").asLong(0) > endpoints.size()) {
            throw new IncompleteException("The tenant announced "
                    + reply.path("result_count").asLong(0) + " endpoints and sent " + endpoints.size() + ".");
        }
        List<EndpointWindow.Row> rows = new ArrayList<>(endpoints.size());
        endpoints.forEach(row -> rows.add(mapping.row(row)));
        JsonNode total = reply.path("total_count");
        return new EndpointWindow(
                from,
                List.copyOf(rows),
                total.canConvertToLong() ? OptionalLong.of(total.asLong()) : OptionalLong.empty());
    }
}
