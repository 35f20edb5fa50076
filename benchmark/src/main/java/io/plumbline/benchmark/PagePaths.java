package io.plumbline.benchmark;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages that are measured: every list as it comes, in each order, filtered, searched, and one of each thing in full. */
final class PagePaths {

    private PagePaths() {}

    static Map<String, String> of(Client client) throws IOException, InterruptedException {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("dashboard", "/");
        paths.put("assets", "/assets");
        paths.put("assets by exposure", "/assets?sort=-exposure");
        paths.put("assets by last observed", "/assets?sort=-lastObservedAt");
        paths.put("assets of one severity", "/assets?severity=CRITICAL");
        paths.put("assets with text", "/assets?q=ber-lt");
        paths.put("asset", "/assets/" + first(client, "/api/v1/assets"));
        paths.put("weaknesses", "/weaknesses");
        paths.put("weaknesses by affected assets", "/weaknesses?sort=-affectedAssetCount");
        paths.put("archived assets", "/assets?status=ARCHIVED");
        paths.put("assets of one type", "/assets?endpointType=AGENT_TYPE_SERVER");
        paths.put("assets of one weakness", "/assets?weaknessId=" + first(client, "/api/v1/weaknesses"));
        paths.put("weakness", "/weaknesses/" + first(client, "/api/v1/weaknesses"));
        paths.put("findings", "/findings");
        paths.put("findings, second page", "/findings?limit=50&cursor=" + cursor(client));
        paths.put("findings, newest first", "/findings?sort=-firstObservedAt");
        paths.put("findings by asset", "/findings?sort=assetName");
        paths.put("findings of one severity", "/findings?severity=HIGH");
        paths.put("findings of one asset", "/findings?assetId=" + first(client, "/api/v1/assets"));
        paths.put("findings with text", "/findings?q=ber-lt");
        paths.put("findings of servers", "/findings?severity=CRITICAL&endpointType=AGENT_TYPE_SERVER");
        paths.put(
                "findings of the last week",
                "/findings?firstObservedAfter=" + Instant.now().minus(7, ChronoUnit.DAYS));
        paths.put("values of a filter", "/findings/facets/product");
        paths.put("fixed findings", "/findings?state=FIXED");
        paths.put("finding", "/findings/" + first(client, "/api/v1/findings"));
        return paths;
    }

    private static String first(Client client, String list) throws IOException, InterruptedException {
        return client.json(list + "?limit=1").get("items").get(0).get("id").asString();
    }

    private static String cursor(Client client) throws IOException, InterruptedException {
        return client.json("/api/v1/findings?limit=50").get("nextCursor").asString();
    }
}
