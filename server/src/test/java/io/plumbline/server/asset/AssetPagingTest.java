package io.plumbline.server.asset;

import static io.plumbline.server.rest.Cve.cve;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.rest.Cve;
import io.plumbline.server.rest.Device;
import io.plumbline.server.rest.InventoryRestSuite;
import io.plumbline.server.rest.RestReply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Pages of few assets follow each other without gap or repetition, in the order asked for. */
class AssetPagingTest extends InventoryRestSuite {

    private static final String ALL = "&status=ACTIVE&status=ARCHIVED";

    private int first;

    /** Twelve by each of two connectors, with ties in everything; a third of them is archived. */
    @BeforeEach
    void sync() {
        first = syncs.connector("one");
        for (int connector : new int[] {first, syncs.connector("two")}) {
            syncs.syncDevices(connector, devices(12, _ -> true));
            syncs.syncDevices(connector, devices(12, number -> number % 3 < 2), listed());
        }
    }

    /** Three by three their names differ by case at most. */
    private static List<Device> devices(int count, IntPredicate which) {
        return IntStream.range(0, count)
                .filter(which)
                .mapToObj(number -> Device.named(name(number))
                        .id("id-" + number)
                        .tags("t" + number % 2)
                        .seen(
                                "2026-01-0%dT00:00:00Z".formatted(1 + number % 2),
                                "2026-03-0%dT00:00:00Z".formatted(1 + number % 4)))
                .toList();
    }

    private static String name(int number) {
        String name = "host-" + number / 3;
        return number % 3 == 1 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static Cve[] listed() {
        return new Cve[] {
            cve(1, "host-0", "HOST-0", "host-1").score("9.5"),
            cve(2, "host-1", "HOST-2").score("5.0")
        };
    }

    @ParameterizedTest
    @CsvSource({
        "name, 1",
        "-name, 2",
        "exposure, 3",
        "-exposure, 1",
        "-exposure, 2",
        "lastObservedAt, 2",
        "-lastObservedAt, 3",
        "firstObservedAt, 3",
        "-firstObservedAt, 1"
    })
    void everySortGoesPageByPage(String sort, int limit) throws Exception {
        for (String filter : List.of("", "&status=ARCHIVED", ALL, "&tag=t1", ALL + "&q=host-1", "&severity=CRITICAL")) {
            List<JsonNode> all = pageByPage("/assets?sort=" + sort + filter, limit);
            List<JsonNode> sorted = new ArrayList<>(all);
            sorted.sort(AssetOrders.of(sort));

            assertThat(AssetOrders.ids(all))
                    .as(filter)
                    .isEqualTo(AssetOrders.ids(sorted))
                    .doesNotHaveDuplicates();
            assertThat(all).as(filter).hasSameElementsAs(pageByPage("/assets?" + filter, 1000));
        }
        assertThat(pageByPage("/assets?sort=" + sort + ALL, limit)).hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "exposure", "lastObservedAt", "firstObservedAt"})
    void aSortReversedIsTheSameListFromItsEnd(String sort) throws Exception {
        List<String> up = AssetOrders.ids(pageByPage("/assets?sort=" + sort, 3));
        List<String> down = AssetOrders.ids(pageByPage("/assets?sort=-" + sort, 2));

        assertThat(up).hasSize(16).isEqualTo(down.reversed());
    }

    @Test
    void byNameIsTheDefault() throws Exception {
        assertThat(AssetOrders.ids(pageByPage("/assets?", 3)))
                .isEqualTo(AssetOrders.ids(pageByPage("/assets?sort=name", 1000)));
    }

    /** Nothing else moves them: what changes about the others may come twice or not at all, these may not. */
    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "-exposure", "lastObservedAt", "-firstObservedAt"})
    void whatDidNotChangeComesOnceWhateverBecomesOfTheRest(String sort) throws Exception {
        List<String> before = AssetOrders.ids(pageByPage("/assets?sort=" + sort, 1000));
        List<String> seen = new ArrayList<>();
        String next = "";
        for (int page = 0; page == 0 || !next.isEmpty(); page++) {
            RestReply reply = get("/assets?limit=2&sort=" + sort + next);
            seen.addAll(reply.items("id"));
            JsonNode cursor = reply.body().get("nextCursor");
            next = cursor.isNull() ? "" : "&cursor=" + cursor.stringValue();
            if (page == 1) {
                // Of the first connector half is archived, and three are new.
                syncs.syncDevices(first, devices(15, number -> number % 3 < 2 && number > 5), listed());
            }
        }
        List<String> after = AssetOrders.ids(pageByPage("/assets?sort=" + sort, 1000));

        List<String> unchanged = before.stream().filter(after::contains).toList();
        assertThat(unchanged).hasSizeGreaterThan(10);
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(unchanged);
    }

    @Test
    void aCursorIsBoundToItsFiltersAndSort() throws Exception {
        String cursor =
                get("/assets?limit=2&sort=name").body().get("nextCursor").stringValue();

        assertThat(get("/assets?limit=2&sort=name&cursor=" + cursor).status()).isEqualTo(200);
        assertThat(get("/assets?limit=5&sort=name&cursor=" + cursor).status()).isEqualTo(200);
        for (String other : List.of(
                "sort=-name",
                "sort=lastObservedAt",
                "tag=t1",
                "status=ARCHIVED",
                "q=host",
                "connectorId=1",
                "lastObservedAfter=2026-01-01T00:00:00Z")) {
            assertThat(get("/assets?" + other + "&cursor=" + cursor).errorFields())
                    .as(other)
                    .containsExactly("cursor");
        }
    }

    @Test
    void whatIsNoCursorIsRefused() throws Exception {
        for (String cursor : List.of("x", "%21", "W10", "bnVsbA", "WyIwIl0", "AAAA")) {
            RestReply reply = get("/assets?cursor=" + cursor);

            assertThat(reply.status()).as(cursor).isEqualTo(400);
            assertThat(reply.errorFields()).containsExactly("cursor");
        }
    }

    /** Anybody can take one apart and put it together again. */
    @Test
    void aCursorThatWasTamperedWithIsRefused() throws Exception {
        for (String forged : List.of(
                "name \"0\",\"a\\u0000\",\"1\",\"1\"]",
                "name \"0\",\"a\",\"1\",\"x\"]",
                "name \"0\",\"a\",\"1\"]",
                "name \"1\",\"a\",\"1\",\"1\"]",
                "name \"-1\",\"a\",\"1\",\"1\"]",
                "name \"0\",\"a\",\"1\",\"99999999999\"]",
                "lastObservedAt \"0\",\"+999999999-12-31T23:59:59Z\",\"1\",\"1\"]",
                "lastObservedAt \"0\",\"now\",\"1\",\"1\"]",
                "exposure \"0\",\"9999999999999999999999\",\"1\",\"1\",\"1\"]")) {
            String sort = forged.substring(0, forged.indexOf(' '));
            String genuine =
                    get("/assets?limit=2&sort=" + sort).body().get("nextCursor").stringValue();
            String json = new String(Base64.getUrlDecoder().decode(genuine), StandardCharsets.UTF_8);
            String other = json.substring(0, json.indexOf(',') + 1) + forged.substring(sort.length() + 1);

            RestReply reply = get("/assets?sort=" + sort + "&cursor="
                    + Base64.getUrlEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_8)));

            assertThat(reply.status()).as(forged).isEqualTo(400);
            assertThat(reply.errorFields()).containsExactly("cursor");
        }
    }
}
