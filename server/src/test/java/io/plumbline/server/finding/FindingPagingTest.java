package io.plumbline.server.finding;

import static io.plumbline.server.rest.Cve.cve;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.platform.database.Folding;
import io.plumbline.server.rest.Cve;
import io.plumbline.server.rest.InventoryRestSuite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Pages follow each other without gap or repetition, in the order asked for, ties and missing values included. */
class FindingPagingTest extends InventoryRestSuite {

    private static final List<String> HOSTS = List.of("Bravo", "alpha", "ALPHA", "charlie", "élan", "z_ulu");

    /** About a hundred of two connectors in every state, and some that are withheld. */
    @BeforeEach
    void sync() {
        for (int connector : new int[] {syncs.connector("one"), syncs.connector("two")}) {
            List<String> without = HOSTS.subList(0, 5);
            sync("2026-03-01T01:00:00Z", connector, HOSTS, number -> number % 3 != 0);
            sync("2026-03-02T01:00:00Z", connector, HOSTS, number -> number % 3 != 1);
            sync("2026-03-03T01:00:00Z", connector, without, number -> number % 5 != 1);
        }
    }

    private void sync(String at, int connector, List<String> hosts, IntPredicate listed) {
        clock.set(at);
        Cve[] cves = IntStream.range(0, 14)
                .filter(listed)
                .mapToObj(number -> rated(number, HOSTS.subList(number % 2, 3 + number % 4)))
                .toArray(Cve[]::new);
        syncs.sync(connector, hosts, cves);
    }

    private static Cve rated(int number, List<String> hosts) {
        Cve cve = cve(1000 + number, hosts.toArray(String[]::new));
        return switch (number % 4) {
            case 0 -> cve.word("HIGH");
            case 1 -> cve.score(number % 3 == 0 ? "7.5" : "8");
            case 2 -> cve.score("9.1");
            default -> cve;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "severity, 4",
        "-severity, 3",
        "firstObservedAt, 4",
        "-firstObservedAt, 7",
        "fixedAt, 3",
        "-fixedAt, 2",
        "assetName, 1",
        "-assetName, 5",
        "-severity, 1000"
    })
    void everySortGoesPageByPage(String sort, int limit) throws Exception {
        for (String filter : List.of(
                "",
                "&state=FIXED",
                "&state=ACTIVE&state=RESURFACED&state=FIXED",
                "&withheld=ASSET_ARCHIVED&state=ACTIVE&state=FIXED",
                "&q=alpha&q=CVE-2026-1002",
                "&severity=HIGH&severity=INFO&operatingSystem=linux")) {
            List<JsonNode> all = pageByPage("/findings?sort=" + sort + filter, limit);
            List<JsonNode> sorted = new ArrayList<>(all);
            sorted.sort(order(sort));

            assertThat(ids(all)).as(filter).isEqualTo(ids(sorted)).doesNotHaveDuplicates();
            assertThat(all).as(filter).hasSameElementsAs(pageByPage("/findings?" + filter, 1000));
            assertThat(all).as(filter).hasSizeGreaterThan(3);
        }
    }

    /** By what is shown; ties by id. */
    private static Comparator<JsonNode> order(String sort) {
        boolean falling = sort.startsWith("-");
        Comparator<JsonNode> rising = switch (sort.replace("-", "")) {
            case "severity" ->
                comparing((JsonNode item) ->
                                Severity.valueOf(item.get("severity").stringValue()))
                        .thenComparing(FindingPagingTest::score, nulls(falling))
                        .thenComparing(number("connectorId"))
                        .thenComparing(number("weaknessId"));
            case "assetName" ->
                comparing(item -> Folding.fold(item.get("assetName").stringValue()));
            case String time -> comparing(item -> text(item, time), nulls(falling));
        };
        Comparator<JsonNode> whole =
                rising.thenComparing(id(0)).thenComparing(id(1)).thenComparing(id(2));
        return falling ? whole.reversed() : whole;
    }

    private static <T extends Comparable<T>> Comparator<@Nullable T> nulls(boolean falling) {
        return falling ? nullsFirst(naturalOrder()) : nullsLast(naturalOrder());
    }

    private static @Nullable Double score(JsonNode item) {
        JsonNode score = item.get("severityScore");
        return score.isNull() ? null : score.doubleValue();
    }

    private static @Nullable String text(JsonNode item, String member) {
        return item.get(member).isNull() ? null : item.get(member).stringValue();
    }

    private static Function<JsonNode, Integer> number(String member) {
        return item -> Integer.valueOf(item.get(member).stringValue());
    }

    private static Function<JsonNode, Integer> id(int part) {
        return item -> Integer.valueOf(item.get("id").stringValue().split("-", -1)[part]);
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.get("id").stringValue()).toList();
    }

    @Test
    void worstFirstIsTheOrderThatNobodyAsksFor() throws Exception {
        assertThat(get("/findings?limit=1000").items("id"))
                .isEqualTo(get("/findings?limit=1000&sort=-severity").items("id"));
    }

    @Test
    void aCursorIsBoundToItsFiltersAndItsSort() throws Exception {
        String cursor = "&cursor="
                + get("/findings?limit=2&severity=HIGH")
                        .body()
                        .get("nextCursor")
                        .stringValue();

        assertThat(get("/findings?severity=HIGH&limit=3" + cursor).status()).isEqualTo(200);
        for (String other : List.of(
                "severity=LOW",
                "severity=HIGH&sort=assetName",
                "severity=HIGH&state=FIXED",
                "q=cve",
                "sort=severity")) {
            assertThat(get("/findings?" + other + cursor).errorFields())
                    .as(other)
                    .containsExactly("cursor");
        }
    }

    @Test
    void aPageGoesOnWhereTheLastEndedWhateverHasBecomeOfThatRecord() throws Exception {
        List<JsonNode> before = pageByPage("/findings?sort=firstObservedAt", 1000);
        JsonNode first = get("/findings?sort=firstObservedAt&limit=3").body();
        String[] last = first.at("/items/2/id").stringValue().split("-", -1);
        jdbc.sql("delete from finding where connector_id = :connector and name_id = :name and weakness_id = :weakness")
                .param("connector", Integer.valueOf(last[0]))
                .param("name", Integer.valueOf(last[1]))
                .param("weakness", Integer.valueOf(last[2]))
                .update();

        JsonNode second = get("/findings?sort=firstObservedAt&limit=3&cursor="
                        + first.get("nextCursor").stringValue())
                .body();
        assertThat(second.at("/items/0")).isEqualTo(before.get(3));
    }
}
