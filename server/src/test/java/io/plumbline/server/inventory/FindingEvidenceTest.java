package io.plumbline.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.WeaknessRecord.HostEvidence;
import io.plumbline.server.inventory.Evidence.Part;
import io.plumbline.server.inventory.InventoryUnderTest.Row;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Semantics §1, as far as the inventory decides: what may add, what may fix, and what proves nothing. */
class FindingEvidenceTest extends StorySuite {

    private static final String C = "CVE-2024-0001";
    private static final String D = "CVE-2024-0002";

    @BeforeEach
    void sync1() throws Exception {
        story.endpoint("h", "H").endpoint("k", "K").cve(C, "H").cve(D, "H").sync();
    }

    @Test
    void anEmptyListIsEvidence() throws Exception {
        story.cve(C).sync();

        assertThat(story.finding("H", C).state()).isEqualTo("FIXED");
    }

    /** NONE: no list came. ADDS_ONLY: the list is shorter than its count, or not all of it can be read. */
    @ParameterizedTest
    @EnumSource(
            value = HostEvidence.class,
            names = {"NONE", "ADDS_ONLY"})
    void aListThatIsNotWholeFixesNothingOfItsCveOnly(HostEvidence evidence) throws Exception {
        story.noCve(C).row(C, row -> row.proving(evidence)).cve(D).sync();

        assertThat(story.finding("H", C).state()).isEqualTo("ACTIVE");
        assertThat(story.finding("H", D).state()).isEqualTo("FIXED");
    }

    @Test
    void aListThatIsNotWholeMayAddAndResurface() throws Exception {
        story.cve(C).sync();
        ChangeSet third = story.noCve(C)
                .row(C, row -> row.proving(HostEvidence.ADDS_ONLY), "H", "K")
                .sync();

        assertThat(story.finding("H", C).state()).isEqualTo("RESURFACED");
        assertThat(story.finding("K", C).state()).isEqualTo("ACTIVE");
        assertThat(third.counts().findings().created()).isEqualTo(1);
    }

    @Test
    void oneRowOfACveThatIsNotWholeKeepsTheOthersFromFixing() throws Exception {
        story.noCve(C)
                .row(C, row -> row.proving(HostEvidence.NONE))
                .row(C, row -> row, "K")
                .sync();

        assertThat(story.finding("H", C).state()).isEqualTo("ACTIVE");
        assertThat(story.finding("K", C).state()).isEqualTo("ACTIVE");
    }

    @Test
    void droppedRowsOfFindingsKeepEverythingFromBeingFixedForAbsence() throws Exception {
        ChangeSet second = story.cve(C, "K").noCve(D).sync(Part.COMPLETE, Part.GAPS);

        assertThat(story.finding("H", C).state()).isEqualTo("ACTIVE");
        assertThat(story.finding("H", D).state()).isEqualTo("ACTIVE");
        assertThat(story.finding("K", C).state()).as("what is there counts").isEqualTo("ACTIVE");
        assertThat(second.counts().findings().fixed()).isZero();
        assertThat(story.snapshot().findingsObservedAt())
                .as("open findings were last observed by the last complete part")
                .isEqualTo(Story.day(1));
    }

    @Test
    void droppedRowsOfFindingsDoNotKeepAnExcludedCveOpen() throws Exception {
        story.noCve(C).row(C, Story.RowOf::setAside, "H").sync(Part.COMPLETE, Part.GAPS);

        assertThat(story.finding("H", C).fixedReason()).isEqualTo("EXCLUDED");
    }

    @Test
    void droppedRowsOfEndpointsKeepAssetsAndDoNotTouchFindingsOfThoseThatWereRead() throws Exception {
        story.gone("k").cve(C).sync(Part.GAPS, Part.COMPLETE);

        assertThat(story.asset("k").archivedReason()).isNull();
        assertThat(story.finding("H", C).state()).isEqualTo("FIXED");
        assertThat(story.snapshot().assetsObservedAt()).isEqualTo(Story.day(1));
    }

    @Test
    void aSkippedPartDoesNotKeepAssetsFromBeingArchived() throws Exception {
        story.gone("h").sync(Part.COMPLETE, Part.NONE);

        assertThat(story.asset("h").archivedReason()).isEqualTo("NOT_RETURNED");
        assertThat(story.finding("H", C).withheld()).isEqualTo("ASSET_ARCHIVED");
    }

    @Test
    void rowsThatCameBeforeThePartWasSkippedAreForgotten() throws Exception {
        Snapshot before = story.snapshot();
        Row row = new Row(Story.RowOf.usual("CVE-2024-0003").record(1), List.of("H"));

        story.daysPass(1)
                .run(
                        List.of(
                                Story.asset("h", "H", null, Story.day(1), "CONNECTED"),
                                Story.asset("k", "K", null, Story.day(1), "CONNECTED")),
                        List.of(row),
                        new Evidence(Part.COMPLETE, Part.NONE));

        assertThat(story.snapshot().findings()).isEqualTo(before.findings());
        assertThat(story.snapshot().weaknesses()).isEqualTo(before.weaknesses());
    }
}
