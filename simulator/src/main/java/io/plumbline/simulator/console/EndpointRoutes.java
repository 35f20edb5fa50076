package io.plumbline.simulator.console;

import io.plumbline.simulator.TenantConsole;
import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Response;
import java.util.List;
import java.util.stream.LongStream;

/** Endpoints come and go, change their status, and share names. */
final class EndpointRoutes {

    private static final String LIST = "/console/endpoints";
    private static final String ONE = LIST + "/{id}";
    private static final String EXAMPLE = LIST + "/00000000000000000000000000000007";
    private static final long MOST = 1_000;

    private final TenantConsole console;

    private EndpointRoutes(TenantConsole console) {
        this.console = console;
    }

    static List<Route> of(TenantConsole console) {
        var to = new EndpointRoutes(console);
        return List.of(
                Route.get(
                        LIST + "?from=&count=",
                        "endpoints by id, as get_endpoint has them",
                        LIST + "?count=2",
                        to::list),
                Route.put(
                        ONE, "adds one, connected; or changes it", EXAMPLE, "{\"endpoint_name\":\"muc-web-7\"}", it -> {
                            console.endpoints().put(it.parameter("id"), it.body());
                            return to.one(it);
                        }),
                Route.get(ONE, "one of them", EXAMPLE, to::one),
                Route.patch(
                        ONE,
                        "sets fields to any JSON, right or wrong; a name may be shared",
                        EXAMPLE,
                        "{\"endpoint_name\":\"muc-web-8\",\"last_seen\":1760000000000}",
                        it -> {
                            console.endpoints().set(it.parameter("id"), it.body());
                            return to.one(it);
                        }),
                Route.put(
                        ONE + "/status",
                        "a status, and no longer seen",
                        EXAMPLE + "/status",
                        "{\"status\":\"lost\"}",
                        it -> {
                            var fields = it.fields();
                            var status = fields.text("status");
                            fields.noOthers();
                            console.endpoints().setStatus(it.parameter("id"), status);
                            return to.one(it);
                        }),
                Route.put(
                        ONE + "/tags",
                        "its tags of both kinds",
                        EXAMPLE + "/tags",
                        "{\"server\":[\"pci\"],\"endpoint\":[]}",
                        it -> {
                            var fields = it.fields();
                            var server = fields.texts("server");
                            var endpoint = fields.texts("endpoint");
                            fields.noOthers();
                            console.endpoints().setTags(it.parameter("id"), server, endpoint);
                            return to.one(it);
                        }),
                Route.delete(ONE + "/fields/{field}", "takes a field out", EXAMPLE + "/fields/tags", it -> {
                    console.endpoints().removeField(it.parameter("id"), it.parameter("field"));
                    return to.one(it);
                }),
                Route.put(
                        ONE + "/row",
                        "adds or replaces one by this very row, however malformed",
                        EXAMPLE + "/row",
                        "{\"endpoint_id\":7}",
                        it -> {
                            console.endpoints().putRaw(it.parameter("id"), it.body());
                            return to.one(it);
                        }),
                Route.delete(ONE, "takes it away", EXAMPLE, it -> {
                    console.endpoints().remove(it.parameter("id"));
                    return Json.reply(
                            200,
                            Json.MAPPER
                                    .createObjectNode()
                                    .put("total", console.endpoints().count()));
                }));
    }

    private Response list(Exchange it) {
        var all = console.endpoints().snapshot();
        long from = Math.max(0, it.number("from", 0));
        long end = Math.min(all.size(), from + Math.clamp(it.number("count", 100), 0, MOST));
        long now = console.clock().millis();
        return Json.reply(200, json -> {
            json.writeStartObject().writeNumberProperty("total", all.size()).writeArrayPropertyStart("endpoints");
            LongStream.range(from, end).mapToObj(all::at).forEach(each -> json.writePOJO(each.row(now)));
            json.writeEndArray().writeEndObject();
        });
    }

    private Response one(Exchange it) {
        return Json.reply(
                200,
                console.endpoints().get(it.parameter("id")).row(console.clock().millis()));
    }
}
