package io.plumbline.simulator.console;

import io.plumbline.simulator.http.Handler;
import io.plumbline.simulator.http.Request;
import io.plumbline.simulator.vendor.Requests;
import java.util.List;
import java.util.Map;

/** Calls of the console that wait for an answer of the vendor's API: what pages drift by. */
final class AfterRoutes {

    private static final String PATH = "/console/afters";

    private AfterRoutes() {}

    /** @param console carries the calls out */
    static List<Route> of(Requests requests, Handler console) {
        return List.of(Route.post(
                PATH,
                "calls the console once the n-th answer of a call is made, before it is sent; without number the next",
                PATH,
                "{\"call\":\"get_endpoint\",\"number\":3,\"method\":\"PUT\","
                        + "\"path\":\"/console/endpoints/00000000000000000000000000000008\","
                        + "\"body\":{\"endpoint_name\":\"late\"}}",
                it -> {
                    var fields = it.fields();
                    var call = fields.call("call");
                    long number = fields.number("number", requests.count(call) + 1);
                    var request = request(fields);
                    requests.after(call, number, () -> carryOut(console, request));
                    return RequestRoutes.counts(requests);
                }));
    }

    private static Request request(Fields fields) {
        var target = fields.text("path").split("\\?", 2);
        var request = new Request(
                fields.text("method"),
                target[0],
                target.length == 2 ? target[1] : "",
                Map.of(),
                fields.has("body") ? fields.any("body").toString() : "");
        fields.noOthers();
        return request;
    }

    private static void carryOut(Handler console, Request request) {
        try {
            // What it answers, a refusal too, has nobody to read it.
            console.handle(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
