package io.plumbline.server.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.rest.Device;
import io.plumbline.server.rest.InventoryRestSuite;
import io.plumbline.server.rest.RestReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parameters that are not understood, and ones that look as if they were more than text. */
class AssetRefusalTest extends InventoryRestSuite {

    private static final Set<String> WORDS =
            Set.of("status", "severity", "lastObservedBefore", "lastObservedAfter", "limit", "sort", "cursor");

    private static final List<String> SQL = List.of(
            "' or '1'='1",
            "'; drop table asset; --",
            "1) or (1=1",
            ":connectors",
            "?",
            "$1",
            "{a,b}",
            "\"",
            "\\",
            "\\'",
            "name; select pg_sleep(9)",
            "-name, (select 1)");

    @BeforeEach
    void sync() {
        syncs.syncDevices(syncs.connector("one"), List.of(Device.named("alpha"), Device.named("beta")));
    }

    private static Set<String> parameters() {
        Set<String> all = new TreeSet<>(AssetFilters.NAMES);
        all.addAll(WORDS);
        return all;
    }

    @Test
    void whatIsNotUnderstoodIsRefusedBesideItsName() throws Exception {
        for (String query : List.of(
                "colour=red",
                "connectorid=1",
                "status=GONE",
                "severity=BAD",
                "lastObservedBefore=yesterday",
                "lastObservedAfter=2026-01-01",
                "lastObservedAfter=%2B294277-01-01T00:00:00Z",
                "lastObservedBefore=-0001-01-01T00:00:00Z",
                "lastObservedBefore=2026-01-01T00:00:00Z&lastObservedBefore=2026-01-02T00:00:00Z",
                "limit=0",
                "limit=1001",
                "limit=ten",
                "limit=1&limit=2",
                "sort=age",
                "sort=--name",
                "sort=Name")) {
            RestReply reply = get("/assets?" + query);

            assertThat(reply.status()).as(query).isEqualTo(400);
            assertThat(reply.errorFields()).containsExactly(query.substring(0, query.indexOf('=')));
        }
    }

    @Test
    void aSortThatIsUnknownIsToldTheKnownOnes() throws Exception {
        assertThat(get("/assets?sort=age").body().at("/errors/0/message").stringValue())
                .contains("name", "exposure", "lastObservedAt", "firstObservedAt");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() throws Exception {
        assertThat(get("/assets?sort=age&colour=red&status=GONE").errorFields())
                .containsExactlyInAnyOrder("sort", "colour", "status");
    }

    @Test
    void nulIsRefused() throws Exception {
        for (String parameter : parameters()) {
            RestReply reply = get("/assets?" + parameter + "=a%00b");

            assertThat(reply.status()).as(parameter).isEqualTo(400);
            assertThat(reply.errorFields()).containsExactly(parameter);
        }
    }

    @Test
    void sqlIsTextLikeAnyOther() throws Exception {
        for (String parameter : parameters()) {
            for (String sql : SQL) {
                RestReply reply = get("/assets?" + parameter + "=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));

                if (WORDS.contains(parameter)) {
                    assertThat(reply.errorFields()).as(sql).containsExactly(parameter);
                } else {
                    assertThat(reply.status()).as(parameter + "=" + sql).isEqualTo(200);
                    assertThat(reply.total()).as(parameter + "=" + sql).isZero();
                }
            }
        }
        assertThat(get("/assets").total()).isEqualTo(2);
    }

    @Test
    void aParameterWithNothingInItAsksNothing() throws Exception {
        for (String parameter : parameters()) {
            assertThat(get("/assets?" + parameter + "=").total()).as(parameter).isEqualTo(2);
        }
    }
}
