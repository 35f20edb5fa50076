package io.plumbline.simulator.console;

import io.plumbline.simulator.TenantConsole;
import io.plumbline.simulator.data.Cve;
import io.plumbline.simulator.data.VulnerabilityView;
import io.plumbline.simulator.http.Json;
import io.plumbline.simulator.http.Response;
import io.plumbline.simulator.xql.RowWriter;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;

/** Vulnerabilities appear, are patched on hosts or everywhere, and are excluded. */
final class CveRoutes {

    private static final String LIST = "/console/cves";
    private static final String ONE = LIST + "/{name}";
    private static final String EXAMPLE = LIST + "/CVE-2026-10001";
    private static final long MOST = 1_000;
    private static final long DAYS = 30;

    private final TenantConsole console;

    private CveRoutes(TenantConsole console) {
        this.console = console;
    }

    static List<Route> of(TenantConsole console) {
        var to = new CveRoutes(console);
        return List.of(
                Route.get(LIST + "?from=&count=", "vulnerabilities without their hosts", LIST + "?count=2", to::list),
                Route.put(
                        ONE,
                        "adds one, or changes columns; its hosts are those given in hosts and no others",
                        EXAMPLE,
                        "{\"severity\":\"HIGH\",\"severity_score\":8.1,\"hosts\":[\"muc-web-7\",\"muc-web-8\"]}",
                        it -> {
                            var columns = it.body();
                            var hosts = new Fields(columns).texts("hosts");
                            columns.remove("hosts");
                            console.cves().put(it.parameter("name"), columns.put("name", it.parameter("name")), hosts);
                            return to.one(it);
                        }),
                Route.get(ONE + "?days=30", "one with its hosts seen in so many days", EXAMPLE + "?days=30", to::one),
                Route.patch(
                        ONE, "sets columns to any JSON, right or wrong", EXAMPLE, "{\"is_excluded\":\"YES\"}", it -> {
                            console.cves().set(it.parameter("name"), it.body());
                            return to.one(it);
                        }),
                Route.put(ONE + "/hosts/{host}", "found on one more host", EXAMPLE + "/hosts/muc-web-9", "", it -> {
                    console.cves().addHost(it.parameter("name"), it.parameter("host"));
                    return to.one(it);
                }),
                Route.delete(ONE + "/hosts/{host}", "patched there", EXAMPLE + "/hosts/muc-web-9", it -> {
                    console.cves().patchHost(it.parameter("name"), it.parameter("host"));
                    return to.one(it);
                }),
                Route.delete(ONE + "/fields/{column}", "takes a column out", EXAMPLE + "/fields/type", it -> {
                    console.cves().removeField(it.parameter("name"), it.parameter("column"));
                    return to.one(it);
                }),
                Route.put(
                        ONE + "/row",
                        "adds or replaces one by this very row, however malformed",
                        EXAMPLE + "/row",
                        "{\"name\":\"CVE-2026-10001\",\"affected_hosts\":\"muc-web-7\"}",
                        it -> {
                            console.cves().putRaw(it.parameter("name"), it.body());
                            return to.one(it);
                        }),
                Route.delete(ONE, "takes it away", EXAMPLE, it -> {
                    console.cves().remove(it.parameter("name"));
                    return Json.reply(
                            200,
                            Json.MAPPER
                                    .createObjectNode()
                                    .put("total", console.cves().count()));
                }),
                Route.get(
                        "/console/expected?days=30",
                        "what a reader that looks back so far should find; takes seconds for millions",
                        "/console/expected",
                        to::expected));
    }

    private Response list(Exchange it) {
        var view = view(it);
        long from = Math.max(0, it.number("from", 0));
        long count = Math.clamp(it.number("count", 100), 0, MOST);
        return Json.reply(200, json -> {
            json.writeStartObject()
                    .writeNumberProperty("total", view.cveCount())
                    .writeArrayPropertyStart("cves");
            view.cves().skip(from).limit(count).forEach(cve -> RowWriter.INLINE.write(json, new WithoutHosts(cve)));
            json.writeEndArray().writeEndObject();
        });
    }

    private Response one(Exchange it) {
        var name = it.parameter("name");
        Cve cve = view(it).cve(name)
                .orElseThrow(() -> new NoSuchElementException("no vulnerability has the name " + name));
        return Json.reply(200, json -> RowWriter.INLINE.write(json, cve));
    }

    private Response expected(Exchange it) {
        var pairs = view(it).distinctPairs();
        return Json.reply(
                200,
                Json.MAPPER
                        .createObjectNode()
                        .put("endpoints", console.endpoints().count())
                        .put("cves", console.cves().count())
                        .put("pairs", pairs));
    }

    private VulnerabilityView view(Exchange it) {
        return console.cves().view(Duration.ofDays(Math.clamp(it.number("days", DAYS), 0, 36_500)));
    }
}
