package io.plumbline.simulator.console;

import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Response;
import io.plumbline.simulator.vendor.Requests;
import io.plumbline.simulator.vendor.Requests.Hold;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Requests that wait for their answer until they are released. Thread-safe. */
final class HoldRoutes {

    private static final String LIST = "/console/holds";
    private static final String ONE = LIST + "/{id}";

    private final Requests requests;
    private final Map<Long, Hold> holds = new ConcurrentSkipListMap<>();
    private final AtomicLong lastId = new AtomicLong();

    private HoldRoutes(Requests requests) {
        this.requests = requests;
    }

    static List<Route> of(Requests requests) {
        var to = new HoldRoutes(requests);
        return List.of(
                Route.post(
                        LIST,
                        "keeps the n-th request of a call waiting, without number the next",
                        LIST,
                        "{\"call\":\"get_endpoint\",\"number\":2}",
                        to::hold),
                Route.get(LIST, "those that are not released", LIST, it -> to.all()),
                Route.get(
                        ONE + "?wait=PT10S",
                        "one of them, once its request has arrived or the time is up",
                        LIST + "/1?wait=PT0.1S",
                        to::one),
                Route.delete(ONE, "lets it be answered", LIST + "/1", to::release),
                Route.delete(LIST, "lets all be answered", LIST, it -> {
                    requests.releaseAll();
                    return to.all();
                }));
    }

    private Response hold(Exchange it) {
        var fields = it.fields();
        var call = fields.call("call");
        long number = fields.number("number", requests.count(call) + 1);
        fields.noOthers();
        long id = lastId.incrementAndGet();
        holds.values().removeIf(Hold::released);
        holds.put(id, requests.hold(call, number));
        return Json.reply(
                200, json -> json.writePOJO(Json.MAPPER.createObjectNode().put("id", id)));
    }

    private Response all() {
        holds.values().removeIf(Hold::released);
        var body = Json.MAPPER.createObjectNode();
        var list = body.putArray("holds");
        holds.forEach((id, hold) -> list.addObject()
                .put("id", id)
                .put("call", hold.call().word())
                .put("number", hold.number())
                .put("arrived", hold.arrived()));
        return Json.reply(200, body);
    }

    private Response one(Exchange it) throws InterruptedException {
        var hold = hold(it.parameter("id"));
        var arrived = hold.awaitArrival(RequestRoutes.patience(it));
        return Json.reply(200, Json.MAPPER.createObjectNode().put("arrived", arrived));
    }

    private Response release(Exchange it) {
        hold(it.parameter("id")).release();
        return all();
    }

    private Hold hold(String id) {
        return holds.entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("nothing is held under the id " + id))
                .getValue();
    }
}
