package io.plumbline.simulator.console;

import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Response;
import io.plumbline.simulator.vendor.Behaviour;
import java.util.ArrayList;
import java.util.List;

/** Licence, permissions, limits and variants of replies. */
final class BehaviourRoutes {

    private static final String PATH = "/console/behaviour";

    private BehaviourRoutes() {}

    static List<Route> of(Behaviour behaviour) {
        return List.of(
                Route.get(PATH, "licence, permissions, limits and variants of replies", PATH, it -> all(behaviour)),
                Route.patch(
                        PATH,
                        "changes SETTINGS, all of those given or none",
                        PATH,
                        "{\"hostInsights\":false,\"denied\":[\"get_datasets\"],\"requestsPerSecond\":0}",
                        it -> {
                            change(behaviour, it);
                            return all(behaviour);
                        }));
    }

    private static void change(Behaviour behaviour, Exchange it) {
        var fields = it.fields();
        var changes = new ArrayList<Runnable>();
        for (var setting : Setting.ALL) {
            if (fields.has(setting.name())) {
                changes.add(setting.accept().of(behaviour, fields.any(setting.name())));
            }
        }
        fields.noOthers();
        changes.forEach(Runnable::run);
    }

    private static Response all(Behaviour behaviour) {
        var body = Json.MAPPER.createObjectNode();
        Setting.ALL.forEach(setting -> body.set(setting.name(), setting.read().apply(behaviour)));
        return Json.reply(200, body);
    }
}
