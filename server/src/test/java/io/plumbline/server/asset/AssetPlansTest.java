package io.plumbline.server.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.listing.ExplainingDataSource;
import io.plumbline.server.platform.listing.ListsUnderTest;
import io.plumbline.server.platform.listing.ManyRecords;
import io.plumbline.server.platform.listing.Plan;
import io.plumbline.server.sync.MovableClock;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What assets are asked about their findings PostgreSQL means to answer from stretches of indexes, not from half a million findings. */
class AssetPlansTest {

    private static final Pattern FINDINGS = Pattern.compile("finding(_\\d+)?");

    private static ExplainingDataSource database;
    private static ListsUnderTest lists;
    private static AssetList list;

    @BeforeAll
    static void make() {
        database = new ExplainingDataSource(ManyRecords.made().source());
        JdbcClient jdbc = JdbcClient.create(database);
        lists = new ListsUnderTest(database);
        list = new AssetList(
                new LiveConnectors(jdbc), new AssetRecords(jdbc, new MovableClock("2026-03-10T12:00:00Z")));
    }

    /** The first is on two of three assets, the last on one in eighty. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "weaknessId=1",
                "weaknessId=1&connectorId=3",
                "weaknessId=1&weaknessId=2",
                "weaknessId=1&operatingSystem=os 1",
                "weaknessId=1&severity=CRITICAL",
                "weaknessId=1&q=wks-0001",
                "weaknessId=1990",
                "weaknessId=1990&tag=rare17"
            })
    void theAssetsOfAWeaknessAreFoundInEveryOrder(String filter) {
        for (String sort : List.of("name", "exposure", "lastObservedAt", "firstObservedAt")) {
            for (String way : List.of("", "-")) {
                String query = filter + "&limit=100&sort=" + way + sort;
                String next = lists.page(list, query).nextCursor();
                check(query);
                if (next != null) {
                    lists.page(list, query + "&cursor=" + next);
                    check(query);
                }
            }
        }
    }

    private static void check(String query) {
        List<Plan> plans = database.takePlans();
        assertThat(plans)
                .as(query)
                .anyMatch(plan -> plan.root().toString().contains("finding_1"))
                .allSatisfy(plan -> assertThat(plan.faults(FINDINGS))
                        .as(() -> query + "\n" + plan.sql() + "\n" + plan.root().toPrettyString())
                        .isEmpty());
    }
}
