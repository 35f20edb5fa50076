package io.plumbline.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.Severity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Semantics §3: which asset a finding is on, and what rows of one CVE come to. */
class FindingMatchingTest extends StorySuite {

    private static final String C = "CVE-2024-0001";

    @Test
    void namesAreComparedExactly() throws Exception {
        ChangeSet first = story.endpoint("1", "Host")
                .endpoint("2", "\u0130stanbul")
                .cve(C, "Host", "HOST", "host", "i\u0307stanbul", "nobody")
                .sync();

        assertThat(story.snapshot().findings()).containsOnlyKeys(Snapshot.finding("Host", C));
        assertThat(first.counts().findings().unmatched()).isEqualTo(4);
    }

    @Test
    void aNameThatFailsOnlyByCaseIsUnmatchedForThat() throws Exception {
        ChangeSet first = story.endpoint("1", "Host")
                .cve(C, "HOST", "host", "nobody")
                .cve("CVE-2024-0002", "HOST")
                .sync();

        assertThat(first.counts().findings().unmatched()).isEqualTo(4);
        assertThat(first.unmatchedByCase()).isEqualTo(3);
    }

    @Test
    void howManyFailByCaseIsCountedToTheLast() throws Exception {
        List<String> names =
                IntStream.range(0, 10_500).mapToObj("host-%05d"::formatted).toList();
        story.endpoint("1", "HOST-10499").cve(C, names.toArray(String[]::new));

        assertThat(story.sync().unmatchedByCase()).isEqualTo(1);
    }

    @Test
    void aHostListedTwiceCountsOnce() throws Exception {
        ChangeSet first = story.endpoint("1", "H")
                .row(C, row -> row, "H", "H", "nobody", "nobody")
                .row(C, row -> row, "H")
                .sync();

        assertThat(first.counts().findings()).isEqualTo(new ChangeCounts.Findings(2, 1, 0, 0, 0, 0, 1, 0, 0));
        assertThat(story.snapshot().openFindings()).isEqualTo(1);
    }

    @Test
    void rowsOfOneCveAreUnited() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K");
        story.row(C, row -> row.scored("5.00").called("MEDIUM").described(null), "H");
        story.row(C, row -> row.scored("9.10").called("CRITICAL").described("first text"), "K");
        story.row(C, row -> row.scored(null).called("LOW").described("second text"));
        story.sync();

        assertThat(story.snapshot().findings()).containsOnlyKeys(Snapshot.finding("H", C), Snapshot.finding("K", C));
        assertThat(story.weakness(C).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(story.weakness(C).score()).isEqualByComparingTo("9.1");
        assertThat(story.weakness(C).vendorSeverity()).isEqualTo("CRITICAL");
        assertThat(story.weakness(C).description()).isEqualTo("first text");
    }

    @Test
    void aCveIsExcludedWhereEveryRowIs() throws Exception {
        story.endpoint("1", "H").row(C, Story.RowOf::setAside, "H").row(C, row -> row);
        story.sync();
        assertThat(story.finding("H", C).state()).isEqualTo("ACTIVE");

        story.noCve(C).row(C, Story.RowOf::setAside, "H").row(C, Story.RowOf::setAside);
        story.sync();
        assertThat(story.finding("H", C).fixedReason()).isEqualTo("EXCLUDED");
    }

    @Test
    void aPairWhoseNameOnlyArchivedAssetsBearCreatesNothing() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").sync();
        ChangeSet second = story.gone("1").cve(C, "H").sync();

        assertThat(story.hasFinding("H", C)).isFalse();
        assertThat(second.counts().findings()).isEqualTo(new ChangeCounts.Findings(1, 0, 0, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void aNameThatAnActiveAssetBearsTooIsInTheInventory() throws Exception {
        story.endpoint("1", "H").endpoint("2", "K").sync();
        story.gone("1").endpoint("3", "H").cve(C, "H").sync();

        assertThat(story.finding("H", C).withheld()).isNull();
    }

    @Test
    void aNameThatNoAssetBearsIsMatchedOnceOneDoes() throws Exception {
        story.endpoint("1", "H").cve(C, "K").sync();
        assertThat(story.hasFinding("K", C)).isFalse();

        story.endpoint("2", "K").sync();
        assertThat(story.finding("K", C).firstObservedAt()).isEqualTo(Story.day(2));
    }

    @Test
    void anOpenFindingWasLastObservedByTheLastCompletePartAndAFixedOneKeepsThat() throws Exception {
        story.endpoint("1", "H").cve(C, "H").sync();
        story.sync();
        story.sync(Evidence.Part.COMPLETE, Evidence.Part.GAPS);
        assertThat(story.finding("H", C).lastObservedAt()).isNull();
        assertThat(story.snapshot().findingsObservedAt()).isEqualTo(Story.day(2));

        story.cve(C).sync();
        assertThat(story.finding("H", C).lastObservedAt()).isEqualTo(Story.day(2));
    }

    @Test
    void creationWritesNoLineOfHistory() throws Exception {
        story.endpoint("1", "H").cve(C, "H").sync();
        assertThat(lines("finding_change") + lines("asset_change")).isZero();

        story.cve(C).sync();
        assertThat(lines("finding_change")).isEqualTo(1);

        story.gone("1").endpoint("2", "K").sync();
        assertThat(lines("finding_change")).isEqualTo(2);
        assertThat(lines("asset_change")).isEqualTo(1);
    }

    private long lines(String table) {
        return it.jdbc
                .sql("select count(*) from " + table + " where connector_id = :connector")
                .param("connector", story.connector())
                .query(Long.class)
                .single();
    }
}
