package io.plumbline.server.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.listing.ListsUnderTest;
import io.plumbline.server.platform.listing.ManyRecords;
import io.plumbline.server.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Too many to be collected: every order walks along its index, and shows what plain SQL, which takes its time, would show. */
class FindingWalksTest {

    private static final String PLAIN = """
            select f.connector_id || '-' || f.name_id || '-' || f.weakness_id
            from finding f
            join connector_weakness k on k.connector_id = f.connector_id and k.weakness_id = f.weakness_id
            join asset_name n on n.connector_id = f.connector_id and n.id = f.name_id
            join asset a on a.connector_id = f.connector_id and a.name_id = f.name_id""";

    private final ManyRecords records = ManyRecords.made();
    private final JdbcClient jdbc = JdbcClient.create(records.source());
    private final ListsUnderTest lists = new ListsUnderTest(records.source());
    private final FindingList list = new FindingList(new LiveConnectors(jdbc), new FindingRecords(jdbc));

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            severity;         k.severity, k.score nulls last, f.connector_id, f.weakness_id, f.name_id
            -severity;        k.severity desc, k.score desc nulls last, f.connector_id desc, f.weakness_id desc, f.name_id desc
            firstObservedAt;  f.first_observed_at, f.connector_id, f.name_id, f.weakness_id
            -firstObservedAt; f.first_observed_at desc, f.connector_id desc, f.name_id desc, f.weakness_id desc
            assetName;        n.folded, f.connector_id, f.name_id, f.weakness_id
            -assetName;       n.folded desc, f.connector_id desc, f.name_id desc, f.weakness_id desc""")
    void whatIsOpenWithFiltersOnEverything(String sort, String order) {
        compare(
                "connectorId=1&connectorId=2&operatingSystem=OS 1&severity=CRITICAL&severity=HIGH"
                        + "&firstObservedAfter=2025-02-01T00:00:00Z&q=cve-2010&q=cve-2011&q=cve-2012&q=7&sort=" + sort,
                """
                f.connector_id < 3 and f.withheld is null and f.state < 3 and k.severity >= 3 and a.operating_system = 'OS 1'
                and f.first_observed_at > '2025-02-01Z' and
                (n.name like '%7%' or (select name from weakness where id = f.weakness_id) similar to 'CVE-201(0|1|2)%|%7%')""",
                order);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            fixedAt;  (case when f.state = 3 then f.state_since end) nulls last, f.connector_id, f.name_id, f.weakness_id
            -fixedAt; (case when f.state = 3 then f.state_since end) desc nulls last, f.connector_id desc, f.name_id desc, f.weakness_id desc
            severity; k.severity, k.score nulls last, f.connector_id, f.weakness_id, f.name_id""")
    void whatIsOpenOrFixed(String sort, String order) {
        compare(
                "connectorId=2&connectorId=3&state=ACTIVE&state=FIXED&group=G3&group=G4&group=G5&group=G6&group=G7&sort="
                        + sort,
                "f.connector_id > 1 and f.withheld is null and f.state <> 2 and a.id % 20 between 3 and 7",
                order);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            -assetName;      n.folded desc, f.connector_id desc, f.name_id desc, f.weakness_id desc
            firstObservedAt; f.first_observed_at, f.connector_id, f.name_id, f.weakness_id
            -severity;       k.severity desc, k.score desc nulls last, f.connector_id desc, f.weakness_id desc, f.name_id desc""")
    void whatIsWithheld(String sort, String order) {
        compare(
                "withheld=ASSET_ARCHIVED&withheld=NO_ASSET&severity=MEDIUM&sort=" + sort,
                "f.withheld = 1 and f.state < 3 and k.severity = 2",
                order);
    }

    private void compare(String query, String where, String order) {
        List<String> expected = jdbc.sql(PLAIN + " where " + where + " order by " + order)
                .query(String.class)
                .list();
        assertThat(expected).hasSizeBetween(10_001, 16_000);
        List<String> shown = new ArrayList<>();
        lists.all(list, query, findings -> findings.forEach(finding -> shown.add(finding.id())));
        assertThat(shown).isEqualTo(expected);

        Page<Finding> first = lists.page(list, query + "&limit=7");
        Page<Finding> second = lists.page(list, query + "&limit=7&cursor=" + first.nextCursor());
        assertThat(Stream.concat(first.items().stream(), second.items().stream())
                        .map(Finding::id))
                .isEqualTo(expected.subList(0, 14));
        assertThat(first.total()).isEqualTo(10_000);
        assertThat(first.totalIsExact()).isFalse();
    }
}
