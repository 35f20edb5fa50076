package io.plumbline.simulator.console;

import io.plumbline.simulator.Call;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person reads at {@code GET /console}. */
final class Listing {

    private Listing() {}

    /** @param host of the request, for examples that can be copied */
    static String of(List<Route> routes, String host) {
        return """
                The console of a simulated Cortex XDR tenant: it changes data and behaviour, at once, without a key.
                Bodies and answers are JSON; what cannot be done is answered {"error": "..."} with status 400 or 404.
                Durations are written as in ISO 8601: PT5S, PT25H, P30D.

                %s

                CALLS are %s.

                SETTINGS of /console/behaviour
                %s

                KINDS of faults
                %s
                """.formatted(
                        lines(routes.stream().map(route -> line(route, host))),
                        Arrays.stream(Call.values()).map(Call::word).collect(Collectors.joining(", ")),
                        lines(Setting.ALL.stream().map(each -> "  %-18s %s".formatted(each.name(), each.meaning()))),
                        lines(FaultJson.EXAMPLES.stream().map(example -> "  " + example)));
    }

    private static String line(Route route, String host) {
        var method = route.method().equals("GET") ? "" : "-X " + route.method() + " ";
        var body = route.body().isEmpty() ? "" : " -d '" + route.body() + "'";
        return "%-6s %-42s %s%n         curl %s'http://%s%s'%s"
                .formatted(route.method(), route.path(), route.meaning(), method, host, route.example(), body);
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
