package io.plumbline.simulator.console;

import io.plumbline.simulator.Call;
import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Response;
import io.plumbline.simulator.vendor.RequestLog;
import io.plumbline.simulator.vendor.Requests;
import java.time.Duration;
import java.util.List;

/** What the vendor's API was asked. */
final class RequestRoutes {

    private static final String COUNTS = "/console/requests";
    private static final String LOG = "/console/log";
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private RequestRoutes() {}

    static List<Route> of(Requests requests, RequestLog log) {
        return List.of(
                Route.get(COUNTS, "how many requests of each call have arrived", COUNTS, it -> counts(requests)),
                Route.get(
                        COUNTS + "/{call}?number=1&wait=PT10S",
                        "whether the n-th of a call has, once it has or the time is up",
                        COUNTS + "/get_endpoint?number=1&wait=PT0.1S",
                        it -> arrived(requests, it)),
                Route.delete(COUNTS, "counts from 1 on again", COUNTS, it -> {
                    requests.reset();
                    return counts(requests);
                }),
                Route.get(
                        LOG + "?call=",
                        "the latest " + RequestLog.KEPT + " requests with bodies and statuses, of one call or all",
                        LOG + "?call=get_endpoint",
                        it -> log(log, it)),
                Route.delete(LOG, "empties the log", LOG, it -> {
                    log.clear();
                    return log(log, it);
                }));
    }

    static Response counts(Requests requests) {
        var body = Json.MAPPER.createObjectNode().put("total", requests.total());
        var calls = body.putObject("calls");
        for (var call : Call.values()) {
            calls.put(call.word(), requests.count(call));
        }
        return Json.reply(200, body);
    }

    private static Response arrived(Requests requests, Exchange it) throws InterruptedException {
        var call = Fields.call("the call", it.parameter("call"));
        boolean arrived = requests.await(call, it.number("number", 1), patience(it));
        return Json.reply(
                200, Json.MAPPER.createObjectNode().put("arrived", arrived).put("count", requests.count(call)));
    }

    /** How long a request to the console waits for what it asks. */
    static Duration patience(Exchange it) {
        var wait = it.asked("wait").map(text -> Fields.duration("wait", text)).orElse(Duration.ZERO);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Response log(RequestLog log, Exchange it) {
        var asked = it.asked("call").filter(word -> !word.isEmpty()).map(word -> Fields.call("call", word));
        var body = Json.MAPPER.createObjectNode();
        var list = body.putArray("requests");
        for (var entry : log.entries()) {
            if (asked.isEmpty() || asked.equals(Call.of(entry.method(), entry.path()))) {
                list.addObject()
                        .put("at", entry.at().toString())
                        .put("method", entry.method())
                        .put("path", entry.path())
                        .put("keyId", entry.keyId())
                        .put("status", entry.status())
                        .put("body", entry.body());
            }
        }
        return Json.reply(200, body);
    }
}
