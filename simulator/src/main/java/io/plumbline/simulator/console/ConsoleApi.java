package io.plumbline.simulator.console;

import io.plumbline.simulator.TenantConsole;
import io.plumbline.simulator.http.Handler;
import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Request;
import io.plumbline.simulator.http.Response;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** The console's calls, all of them in JSON but the list of them. It asks for no key. Thread-safe. */
public final class ConsoleApi implements Handler {

    private static final String ROOT = "/console";

    private final List<Route> routes;

    public ConsoleApi(TenantConsole console) {
        routes = Stream.of(
                        EndpointRoutes.of(console),
                        CveRoutes.of(console),
                        BehaviourRoutes.of(console.behaviour()),
                        StateRoutes.of(console),
                        KeyRoutes.of(console.keys()),
                        FaultRoutes.of(console.faults()),
                        HoldRoutes.of(console.requests()),
                        AfterRoutes.of(console.requests(), this),
                        RequestRoutes.of(console.requests(), console.log()))
                .flatMap(List::stream)
                .toList();
    }

    /** Whether a request is for the console and not for the vendor's API. */
    public boolean answers(Request request) {
        return request.path().equals(ROOT) || request.path().startsWith(ROOT + "/");
    }

    @Override
    public Response handle(Request request) throws InterruptedException {
        var path = request.path().endsWith("/")
                ? request.path().substring(0, request.path().length() - 1)
                : request.path();
        if (path.equals(ROOT) && request.method().equals("GET")) {
            return Response.text(200, "text/plain; charset=utf-8", Listing.of(routes, request.header("host")));
        }
        try {
            for (var route : routes) {
                var parameters = route.match(request.method(), path);
                if (parameters.isPresent()) {
                    var exchange = new Exchange(parameters.get(), request.query(), request.body());
                    return route.action().answer(exchange);
                }
            }
            throw Refused.notFound(
                    "there is no %s %s; GET /console lists what there is".formatted(request.method(), path));
        } catch (Refused e) {
            return error(e.status(), e.sentence());
        } catch (NoSuchElementException e) {
            return error(404, String.valueOf(e.getMessage()));
        }
    }

    private static Response error(int status, String sentence) {
        return Json.reply(status, Json.MAPPER.createObjectNode().put("error", sentence));
    }
}
