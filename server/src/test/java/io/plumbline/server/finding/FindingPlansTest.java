package io.plumbline.server.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.listing.ExplainingDataSource;
import io.plumbline.server.platform.listing.ListsUnderTest;
import io.plumbline.server.platform.listing.ManyRecords;
import io.plumbline.server.platform.listing.Plan;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever is asked of half a million findings, PostgreSQL means to read a stretch of an index and to sort little: {@link Plan}
 * says how little. Plans, not times: a plan that reads everything is wrong on a quick machine too.
 */
class FindingPlansTest {

    private static final Pattern FINDINGS = Pattern.compile("finding(_\\d+)?");

    private static ExplainingDataSource database;
    private static ListsUnderTest lists;
    private static FindingList list;

    @BeforeAll
    static void make() {
        database = new ExplainingDataSource(ManyRecords.made().source());
        JdbcClient jdbc = JdbcClient.create(database);
        lists = new ListsUnderTest(database);
        list = new FindingList(new LiveConnectors(jdbc), new FindingRecords(jdbc));
    }

    static Stream<String> filters() {
        return Stream.of(
                "",
                "connectorId=1",
                "connectorId=3",
                "connectorId=2&connectorId=3",
                "assetId=1-17",
                "assetId=1-17&assetId=2-9100&severity=HIGH",
                "weaknessId=5",
                "weaknessId=1990&weaknessId=1991",
                "state=ACTIVE",
                "state=RESURFACED",
                "state=FIXED",
                "state=ACTIVE&state=FIXED",
                "state=ACTIVE&state=RESURFACED&state=FIXED",
                "severity=CRITICAL",
                "severity=INFO&severity=LOW",
                "withheld=ASSET_ARCHIVED",
                "withheld=NO_ASSET&withheld=ASSETS_ONLY",
                "withheld=ASSET_ARCHIVED&state=FIXED&group=g0",
                "q=wks",
                "q=WKS-000123",
                "q=cve-2011",
                "q=CVE-2014-2000",
                "q=x",
                "q=no such thing",
                "firstObservedAfter=2025-03-01T00:00:00Z",
                "firstObservedAfter=2026-02-03T00:00:00Z",
                "firstObservedBefore=2025-01-03T00:00:00Z",
                "fixedAfter=2025-03-01T00:00:00Z&state=FIXED",
                "fixedAfter=2025-03-01T00:00:00Z&fixedBefore=2025-03-03T00:00:00Z&state=FIXED",
                "product=Product 17",
                "endpointType=T1",
                "group=g3",
                "tag=t1",
                "tag=rare17",
                "operatingSystem=os 1",
                "operatingSystem=os 1&severity=CRITICAL",
                "operatingSystem=os 1&state=RESURFACED",
                "q=wks-0001&severity=HIGH&group=g3",
                "q=cve-2011&product=Product 17&firstObservedAfter=2025-03-01T00:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("filters")
    void everySortReadsAStretchOfAnIndexFromTheFirstPageToADeepOne(String filter) {
        for (String field : List.of("severity", "firstObservedAt", "fixedAt", "assetName")) {
            String upwards = page(filter, field, "");
            String downwards = page(filter, "-" + field, "");
            // A hundred from one end is all but a hundred from the other.
            if (upwards != null && downwards != null) {
                page(filter, field, ListsUnderTest.turned(list, filter, field, downwards));
                page(filter, "-" + field, ListsUnderTest.turned(list, filter, "-" + field, upwards));
            }
        }
    }

    private static @Nullable String page(String filter, String sort, String cursor) {
        String query = filter + "&limit=100&sort=" + sort + "&cursor=" + cursor;
        String next = lists.page(list, query).nextCursor();
        check(query);
        return next;
    }

    private static void check(String query) {
        List<Plan> plans = database.takePlans();
        assertThat(plans)
                .as(query)
                .hasSizeGreaterThan(2)
                .allSatisfy(plan -> assertThat(plan.faults(FINDINGS))
                        .as(() -> query + "\n" + plan.sql() + "\n" + plan.root().toPrettyString())
                        .isEmpty());
    }
}
