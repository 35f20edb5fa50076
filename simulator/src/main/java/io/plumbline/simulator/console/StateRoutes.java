package io.plumbline.simulator.console;

import io.plumbline.simulator.TenantConsole;
import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** The time, and what is left of today's quota. */
final class StateRoutes {

    private static final String CLOCK = "/console/clock";
    private static final String QUOTA = "/console/quota";

    private final TenantConsole console;

    private StateRoutes(TenantConsole console) {
        this.console = console;
    }

    static List<Route> of(TenantConsole console) {
        var to = new StateRoutes(console);
        return List.of(
                Route.get(CLOCK, "what the tenant takes for the time", CLOCK, it -> to.clock()),
                Route.patch(
                        CLOCK,
                        "moves it by a duration in move, or to an instant in now; it goes on from there",
                        CLOCK,
                        "{\"move\":\"PT25H\"}",
                        to::move),
                Route.get(QUOTA, "today's compute units", QUOTA, it -> to.quota()),
                Route.put(QUOTA, "what is left of them until midnight UTC", QUOTA, "{\"remaining\":0}", to::setQuota));
    }

    private Response move(Exchange it) {
        var fields = it.fields();
        boolean move = fields.has("move");
        if (move == fields.has("now")) {
            throw Refused.badRequest("either move or now is needed");
        }
        fields.noOthers();
        if (move) {
            console.clock().move(fields.duration("move"));
        } else {
            console.clock().set(instant(fields.text("now")));
        }
        return clock();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Refused.badRequest("now must be an instant such as 2026-03-02T12:00:00Z");
        }
    }

    private Response clock() {
        var now = console.clock().instant();
        return Json.reply(
                200, Json.MAPPER.createObjectNode().put("now", now.toString()).put("epochMillis", now.toEpochMilli()));
    }

    private Response setQuota(Exchange it) {
        var fields = it.fields();
        var remaining = fields.any("remaining");
        fields.noOthers();
        if (!remaining.isNumber() || remaining.asDouble() < 0) {
            throw Refused.badRequest("remaining must be a number of 0 or more");
        }
        console.quota().setRemaining(remaining.asDouble());
        return quota();
    }

    private Response quota() {
        return Json.reply(
                200,
                Json.MAPPER
                        .createObjectNode()
                        .put("remaining", console.quota().remaining())
                        .put("used", console.quota().used()));
    }
}
