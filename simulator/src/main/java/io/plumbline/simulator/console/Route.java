package io.plumbline.simulator.console;

import io.plumbline.simulator.http.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One call of the console.
 *
 * @param path with parts in braces that a request fills in
 * @param meaning what it does, on one line
 * @param example a target of a request that works
 * @param body that request's body, {@code ""} for none
 */
record Route(String method, String path, String meaning, String example, String body, Action action) {

    /** What a call does. */
    @FunctionalInterface
    interface Action {
        Response answer(Exchange exchange) throws InterruptedException;
    }

    static Route get(String path, String meaning, String example, Action action) {
        return new Route("GET", path, meaning, example, "", action);
    }

    static Route put(String path, String meaning, String example, String body, Action action) {
        return new Route("PUT", path, meaning, example, body, action);
    }

    static Route patch(String path, String meaning, String example, String body, Action action) {
        return new Route("PATCH", path, meaning, example, body, action);
    }

    static Route post(String path, String meaning, String example, String body, Action action) {
        return new Route("POST", path, meaning, example, body, action);
    }

    static Route delete(String path, String meaning, String example, Action action) {
        return new Route("DELETE", path, meaning, example, "", action);
    }

    /** The open parts of the path, where this is the route of a request. */
    Optional<Map<String, String>> match(String itsMethod, String itsPath) {
        var mine = path.split("\\?", 2)[0].split("/", -1);
        var theirs = itsPath.split("/", -1);
        if (!method.equals(itsMethod) || mine.length != theirs.length) {
            return Optional.empty();
        }
        var parameters = new HashMap<String, String>();
        for (int i = 0; i < mine.length; i++) {
            if (mine[i].startsWith("{")) {
                parameters.put(mine[i].substring(1, mine[i].length() - 1), Exchange.decode(theirs[i]));
            } else if (!mine[i].equals(theirs[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(Map.copyOf(parameters));
    }
}
