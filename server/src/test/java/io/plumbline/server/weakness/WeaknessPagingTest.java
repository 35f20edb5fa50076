package io.plumbline.server.weakness;

import static io.plumbline.server.rest.Cve.cve;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.rest.Cve;
import io.plumbline.server.rest.InventoryRestSuite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Pages follow each other without gap or repetition, in the order asked for. */
class WeaknessPagingTest extends InventoryRestSuite {

    private static final List<String> HOSTS =
            IntStream.range(0, 6).mapToObj(number -> "host-" + number).toList();

    /** Thirty by two connectors, with ties in everything but the name, some without a score. */
    @BeforeEach
    void sync() {
        for (int connector : new int[] {syncs.connector("one"), syncs.connector("two")}) {
            Cve[] listed = IntStream.range(0, 30)
                    .filter(number -> number % 5 != connector % 5)
                    .mapToObj(number -> rated(number, number * connector))
                    .toArray(Cve[]::new);
            syncs.sync(connector, HOSTS, listed);
        }
    }

    private static Cve rated(int number, int other) {
        Cve cve = cve(1000 + number, HOSTS.subList(0, other % 4).toArray(String[]::new));
        return switch (number % 4) {
            case 0 -> cve.word("HIGH");
            case 1 -> cve.score(other % 2 == 0 ? "7.5" : "8.0");
            case 2 -> cve.score("9.1");
            default -> cve;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "severity, 1",
        "severity, 4",
        "-severity, 3",
        "name, 7",
        "-name, 1",
        "affectedAssetCount, 2",
        "-affectedAssetCount, 5",
        "openFindingCount, 4",
        "-openFindingCount, 1000"
    })
    void everySortGoesPageByPage(String sort, int limit) throws Exception {
        for (String filter : List.of("", "&open=false", "&severity=HIGH&severity=INFO", "&q=cve-2026-101")) {
            List<JsonNode> all = pageByPage("/weaknesses?sort=" + sort + filter, limit);
            List<JsonNode> sorted = new ArrayList<>(all);
            sorted.sort(order(sort));

            assertThat(ids(all)).as(filter).isEqualTo(ids(sorted)).doesNotHaveDuplicates();
            assertThat(all).as(filter).hasSameElementsAs(pageByPage("/weaknesses?" + filter, 1000));
        }
        assertThat(pageByPage("/weaknesses?open=false", 1000)).hasSize(30);
    }

    /** By what is shown: ties by id, no score last among those of a severity. */
    private static Comparator<JsonNode> order(String sort) {
        boolean falling = sort.startsWith("-");
        Comparator<JsonNode> byId =
                Comparator.comparingInt(item -> Integer.parseInt(item.get("id").stringValue()));
        Comparator<JsonNode> rising = switch (sort.replace("-", "")) {
            case "severity" ->
                comparing((JsonNode item) ->
                                Severity.valueOf(item.get("severity").stringValue()))
                        .thenComparing(
                                WeaknessPagingTest::score,
                                falling ? nullsFirst(naturalOrder()) : nullsLast(naturalOrder()));
            case "name" -> comparing(item -> item.get("name").stringValue());
            case String count ->
                Comparator.comparingLong(item -> item.get(count).longValue());
        };
        return falling ? rising.thenComparing(byId).reversed() : rising.thenComparing(byId);
    }

    private static @Nullable Double score(JsonNode item) {
        JsonNode score = item.get("severityScore");
        return score.isNull() ? null : score.doubleValue();
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.get("id").stringValue()).toList();
    }

    @Test
    void aCursorIsBoundToItsFiltersAndItsSort() throws Exception {
        String cursor = "&cursor="
                + get("/weaknesses?limit=2&severity=HIGH")
                        .body()
                        .get("nextCursor")
                        .stringValue();

        assertThat(get("/weaknesses?severity=HIGH&limit=3" + cursor).status()).isEqualTo(200);
        for (String other : List.of("severity=LOW", "severity=HIGH&sort=name", "severity=HIGH&open=false", "q=cve")) {
            assertThat(get("/weaknesses?" + other + cursor).errorFields())
                    .as(other)
                    .containsExactly("cursor");
        }
    }

    @Test
    void aPageGoesOnWhereTheLastEndedWhateverHasBecomeOfThatRecord() throws Exception {
        List<JsonNode> before = pageByPage("/weaknesses?sort=name", 1000);
        JsonNode first = get("/weaknesses?sort=name&limit=3").body();
        int gone = first.at("/items/2/id").asInt();
        jdbc.sql("update connector_weakness set open_count = 0 where weakness_id = :id")
                .param("id", gone)
                .update();

        assertThat(pageByPage("/weaknesses?sort=name", 1000)).hasSize(before.size() - 1);
        JsonNode second = get("/weaknesses?sort=name&limit=3&cursor="
                        + first.get("nextCursor").stringValue())
                .body();
        assertThat(second.at("/items/0")).isEqualTo(before.get(3));
    }
}
