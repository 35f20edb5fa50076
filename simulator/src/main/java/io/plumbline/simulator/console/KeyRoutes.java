package io.plumbline.simulator.console;

import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Response;
import io.plumbline.simulator.vendor.Keys;
import io.plumbline.simulator.vendor.Keys.ApiKey;
import io.plumbline.simulator.vendor.Keys.Level;
import java.util.List;
import java.util.Locale;

/** The API keys; made up like everything else, so that they may be shown. */
final class KeyRoutes {

    private static final String LIST = "/console/keys";
    private static final String ONE = LIST + "/{level}";

    private KeyRoutes() {}

    static List<Route> of(Keys keys) {
        return List.of(
                Route.get(LIST, "the keys that are accepted", LIST, it -> all(keys)),
                Route.put(
                        ONE,
                        "replaces the key of level standard or advanced",
                        LIST + "/standard",
                        "{\"id\":\"21\",\"key\":\"another-made-up-key\"}",
                        it -> {
                            put(keys, it);
                            return all(keys);
                        }),
                Route.delete(ONE, "revokes it", LIST + "/standard", it -> {
                    keys.revoke(level(it));
                    return all(keys);
                }));
    }

    private static void put(Keys keys, Exchange it) {
        var fields = it.fields();
        var key = new ApiKey(level(it), fields.text("id"), fields.text("key"));
        fields.noOthers();
        try {
            keys.put(key);
        } catch (IllegalArgumentException e) {
            throw Refused.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static Level level(Exchange it) {
        return Fields.constant("the level", it.parameter("level"), Level.values());
    }

    private static Response all(Keys keys) {
        var body = Json.MAPPER.createObjectNode();
        var list = body.putArray("keys");
        keys.all()
                .forEach(key -> list.addObject()
                        .put("level", key.level().name().toLowerCase(Locale.ROOT))
                        .put("id", key.id())
                        .put("key", key.secret()));
        return Json.reply(200, body);
    }
}
