package io.plumbline.simulator.console;

import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Response;
import io.plumbline.simulator.vendor.Faults;
import java.util.List;

/** What goes wrong with answers. */
final class FaultRoutes {

    private static final String PATH = "/console/faults";
    private static final String ALWAYS = "always";

    private FaultRoutes() {}

    static List<Route> of(Faults faults) {
        return List.of(
                Route.post(
                        PATH,
                        "spoils the next answers of a call, after letting some through; times: a number or always",
                        PATH,
                        "{\"call\":\"get_endpoint\",\"kind\":\"status\",\"code\":503,\"times\":3,\"after\":1}",
                        it -> {
                            add(faults, it);
                            return all(faults);
                        }),
                Route.get(PATH, "the faults that have not run out", PATH, it -> all(faults)),
                Route.delete(PATH, "ends all faults", PATH, it -> {
                    faults.clear();
                    return all(faults);
                }));
    }

    private static void add(Faults faults, Exchange it) {
        var fields = it.fields();
        var call = fields.call("call");
        var fault = FaultJson.read(fields);
        int times = times(fields);
        int after = (int) Math.min(Integer.MAX_VALUE, fields.number("after", 0));
        fields.noOthers();
        faults.add(call, fault, times, after);
    }

    private static int times(Fields fields) {
        if (!fields.has("times")) {
            return 1;
        }
        var times = fields.any("times");
        if (times.isString() && times.asString().equals(ALWAYS)) {
            return Faults.ALWAYS;
        }
        int number = Fields.count("times", times);
        if (number == 0) {
            throw Refused.badRequest("times must be 1 or more, or always");
        }
        return number;
    }

    private static Response all(Faults faults) {
        var body = Json.MAPPER.createObjectNode();
        var list = body.putArray("faults");
        for (var planned : faults.planned()) {
            var entry = list.addObject().put("call", planned.call().word());
            FaultJson.write(planned.fault(), entry);
            if (planned.times() == Faults.ALWAYS) {
                entry.put("times", ALWAYS);
            } else {
                entry.put("times", planned.times());
            }
            entry.put("after", planned.afterSuccesses());
        }
        return Json.reply(200, body);
    }
}
