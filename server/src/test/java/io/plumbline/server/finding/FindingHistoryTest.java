package io.plumbline.server.finding;

import static io.plumbline.server.rest.Cve.cve;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.rest.Cve;
import io.plumbline.server.rest.Device;
import io.plumbline.server.rest.InventoryRestSuite;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The histories that semantics §3 tells, as the list of findings shows them. */
class FindingHistoryTest extends InventoryRestSuite {

    private static final String DAY_1 = "2026-03-01T01:00:00Z";
    private static final String DAY_2 = "2026-03-02T01:00:00Z";
    private static final String DAY_3 = "2026-03-03T01:00:00Z";
    private static final Cve LISTED = cve(1, "h");

    /** It keeps another host affected, so that no sync lists nothing. */
    private static final Cve OTHER = cve(2, "other");

    private int connector;

    @BeforeEach
    void firstSync() {
        connector = syncs.connector("one");
        clock.set(DAY_1);
        syncs.sync(connector, List.of("h", "other"), LISTED, OTHER);
    }

    private void sync(String at, List<String> hosts, Cve... listed) {
        clock.set(at);
        syncs.sync(connector, hosts, listed);
    }

    /** The finding of C on H, wherever it is listed: in exactly one list. */
    private JsonNode finding() throws Exception {
        JsonNode found = null;
        for (String list : List.of(
                "",
                "&state=FIXED",
                "&withheld=ASSET_ARCHIVED",
                "&withheld=NO_ASSET",
                "&withheld=FILTERED",
                "&withheld=ASSETS_ONLY",
                "&withheld=ASSET_ARCHIVED&withheld=NO_ASSET&withheld=ASSETS_ONLY&state=FIXED")) {
            for (JsonNode item : get("/findings?q=CVE-2026-1" + list).body().get("items")) {
                if (item.get("assetName").stringValue().equals("h")) {
                    assertThat(found).as("listed twice").isNull();
                    found = item;
                }
            }
        }
        assertThat(found).as("listed").isNotNull();
        return found;
    }

    private static void assertOpen(JsonNode finding, String state, String first, String last) {
        assertThat(finding.get("state").stringValue()).isEqualTo(state);
        assertThat(finding.get("withheld").isNull()).isTrue();
        assertThat(finding.get("fixedAt").isNull()).isTrue();
        assertThat(finding.get("firstObservedAt").stringValue()).isEqualTo(first);
        assertThat(finding.get("lastObservedAt").stringValue()).isEqualTo(last);
    }

    private static void assertFixed(JsonNode finding, String reason, String at, String last) {
        assertThat(finding.get("state").stringValue()).isEqualTo("FIXED");
        assertThat(finding.get("withheld").isNull()).isTrue();
        assertThat(finding.get("fixedReason").stringValue()).isEqualTo(reason);
        assertThat(finding.get("fixedAt").stringValue()).isEqualTo(at);
        assertThat(finding.get("fixedBySyncId").stringValue()).matches("\\d+");
        assertThat(finding.get("lastObservedAt").stringValue()).isEqualTo(last);
    }

    private static void assertWithheld(JsonNode finding, String reason, String last) {
        assertThat(finding.get("state").stringValue()).isEqualTo("ACTIVE");
        assertThat(finding.get("withheld").stringValue()).isEqualTo(reason);
        assertThat(finding.get("fixedAt").isNull()).isTrue();
        assertThat(finding.get("assetIds").isEmpty()).isTrue();
        assertThat(finding.get("lastObservedAt").stringValue()).isEqualTo(last);
    }

    @Test
    void noLongerListedItIsFixedAndListedAgainItResurfaces() throws Exception {
        assertOpen(finding(), "ACTIVE", DAY_1, DAY_1);
        sync(DAY_2, List.of("h", "other"), OTHER);
        assertFixed(finding(), "NOT_RETURNED", DAY_2, DAY_1);

        sync(DAY_3, List.of("h", "other"), LISTED, OTHER);
        assertOpen(finding(), "RESURFACED", DAY_1, DAY_3);
    }

    @Test
    void itIsWithheldWhileItsAssetIsGoneAndActiveAgainWhenBothReturn() throws Exception {
        sync(DAY_2, List.of("other"), LISTED, OTHER);
        assertWithheld(finding(), "ASSET_ARCHIVED", DAY_1);

        sync(DAY_3, List.of("h", "other"), LISTED, OTHER);
        assertOpen(finding(), "ACTIVE", DAY_1, DAY_3);
    }

    @Test
    void itIsFixedOnceItsAssetReturnsWithoutIt() throws Exception {
        sync(DAY_2, List.of("other"), OTHER);
        assertWithheld(finding(), "ASSET_ARCHIVED", DAY_1);

        sync(DAY_3, List.of("h", "other"), OTHER);
        assertFixed(finding(), "NOT_RETURNED", DAY_3, DAY_1);
    }

    @Test
    void assetsOfOneNameHaveOneFindingWhichStandsOnThoseThatAreActive() throws Exception {
        String first = finding().at("/assetIds/0").stringValue();
        sync(DAY_2, List.of("h", "h#2", "other"), LISTED, OTHER);
        assertThat(finding().get("assetIds").size()).isEqualTo(2);
        assertThat(finding().get("assetCount").intValue()).isEqualTo(2);

        sync(DAY_3, List.of("h#2", "other"), LISTED, OTHER);
        assertOpen(finding(), "ACTIVE", DAY_1, DAY_3);
        assertThat(finding().get("assetIds").size()).isEqualTo(1);
        assertThat(finding().at("/assetIds/0").stringValue()).isNotEqualTo(first);
        assertThat(get("/findings?assetId=" + first).total()).isZero();
    }

    @Test
    void underANewIdOfItsAssetItGoesOnUnchanged() throws Exception {
        String id = finding().get("id").stringValue();
        sync(DAY_2, List.of("h#new", "other"), LISTED, OTHER);

        assertOpen(finding(), "ACTIVE", DAY_1, DAY_2);
        assertThat(finding().get("id").stringValue()).isEqualTo(id);
    }

    @Test
    void underANewNameOfItsAssetItGoesOnAsAnotherAsOldAsItWas() throws Exception {
        clock.set(DAY_2);
        syncs.syncDevices(connector, renamed(), LISTED, OTHER);
        assertWithheld(finding(), "NO_ASSET", DAY_1);

        clock.set(DAY_3);
        syncs.syncDevices(connector, renamed(), cve(1, "k"), OTHER);
        assertWithheld(finding(), "NO_ASSET", DAY_1);
        JsonNode continued = get("/findings?q=k&q=nothing").body().at("/items/0");
        assertThat(continued.get("assetName").stringValue()).isEqualTo("k");
        assertOpen(continued, "ACTIVE", DAY_1, DAY_3);
    }

    private static List<Device> renamed() {
        return List.of(Device.named("k").id("id-h"), Device.named("other"));
    }

    @Test
    void excludedByTheVendorItIsFixedForThatReasonAndResurfacesAfterwards() throws Exception {
        sync(
                DAY_2,
                List.of("h", "other"),
                cve(1, "h").excluded(),
                OTHER,
                cve(3, "h").excluded());
        assertFixed(finding(), "EXCLUDED", DAY_2, DAY_1);
        assertThat(get("/findings?q=CVE-2026-3&state=ACTIVE&state=FIXED").total())
                .isZero();

        sync(DAY_3, List.of("h", "other"), LISTED, OTHER);
        assertOpen(finding(), "RESURFACED", DAY_1, DAY_3);
    }

    @Test
    void whileOnlyAssetsAreIngestedAllAreWithheld() throws Exception {
        clock.set(DAY_2);
        syncs.syncAssetsOnly(connector, List.of("h", "other"));
        JsonNode withheld = finding();
        assertThat(withheld.get("withheld").stringValue()).isEqualTo("ASSETS_ONLY");
        assertThat(withheld.get("lastObservedAt").stringValue()).isEqualTo(DAY_1);
        assertThat(get("/findings").total()).isZero();

        sync(DAY_3, List.of("h", "other"), OTHER);
        assertFixed(finding(), "NOT_RETURNED", DAY_3, DAY_1);
    }

    @Test
    void withoutAListOfWeaknessesNothingChanges() throws Exception {
        JsonNode before = finding();
        clock.set(DAY_2);
        syncs.syncWithoutFindings(connector, List.of("h", "other"));

        assertThat(finding()).isEqualTo(before);
    }

    @Test
    void eachIsInExactlyOneOfTheListsThatTogetherAreAll() throws Exception {
        sync(DAY_2, List.of("h"), cve(4, "h"), OTHER);
        Set<String> seen = new TreeSet<>();
        for (String list : List.of("state=ACTIVE", "state=RESURFACED", "state=FIXED", "withheld=ASSET_ARCHIVED")) {
            for (String id : get("/findings?" + list).items("id")) {
                assertThat(seen.add(id)).isTrue();
            }
        }

        assertThat(seen).hasSize(3);
    }
}
