package io.plumbline.server.weakness;

import static io.plumbline.server.rest.Cve.cve;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.rest.InventoryRestSuite;
import io.plumbline.server.rest.RestReply;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of a weakness that several connectors know. */
class WeaknessOfSeveralConnectorsTest extends InventoryRestSuite {

    private int one;
    private int two;
    private int three;

    @BeforeEach
    void connect() {
        one = syncs.connector("one");
        two = syncs.connector("two");
        three = syncs.connector("three");
    }

    @Test
    void theHighestSeverityIsShownAndCountsAreSummedUp() throws Exception {
        syncs.sync(one, List.of("a", "b"), cve(1, "a", "b").score("7.5"));
        clock.set("2026-03-11T12:00:00Z");
        syncs.sync(two, List.of("a", "a#2"), cve(1, "a").score("9.1"));
        clock.set("2026-03-12T12:00:00Z");
        syncs.sync(three, List.of("c"), cve(1).score("3.0"));

        JsonNode found = single("/weaknesses");
        assertThat(found.get("severity").stringValue()).isEqualTo("CRITICAL");
        assertThat(found.get("severityScore").doubleValue()).isEqualTo(9.1);
        assertThat(found.get("openFindingCount").intValue()).isEqualTo(3);
        assertThat(found.get("affectedAssetCount").intValue()).isEqualTo(4);
        assertThat(texts(found.get("connectorIds"))).containsExactly("" + one, "" + two, "" + three);
        assertThat(found.get("firstObservedAt").stringValue()).isEqualTo("2026-03-10T12:00:00Z");
        assertThat(found.get("lastObservedAt").stringValue()).isEqualTo("2026-03-12T12:00:00Z");
    }

    @Test
    void textsAreThoseOfTheConnectorThatGivesTheSeverityOrOfTheNextThatHasAny() throws Exception {
        syncs.sync(
                one,
                List.of("a"),
                cve(1, "a")
                        .score("5.0")
                        .description("of one")
                        .products("product of one")
                        .published("2026-01-01T00:00:00Z")
                        .exploitability("1.1")
                        .impact("1.2")
                        .type("type of one"));
        syncs.sync(
                two,
                List.of("a"),
                cve(1, "a").score("9.8").description("of two").exploitability("2.1"));
        syncs.sync(
                three,
                List.of("a"),
                cve(1, "a").score("9.0").description("of three").type("type of three"));

        JsonNode found = single("/weaknesses");
        assertThat(found.get("description").stringValue()).isEqualTo("of two");
        assertThat(texts(found.get("affectedProducts"))).containsExactly("product of one");
        assertThat(found.get("publishedAt").stringValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(found.get("exploitabilityScore").doubleValue()).isEqualTo(2.1);
        assertThat(found.get("impactScore").isNull()).isTrue();
        assertThat(found.get("type").stringValue()).isEqualTo("type of three");
    }

    @Test
    void ofEqualSeverityAndScoreTheOldestConnectorsTextIsShown() throws Exception {
        syncs.sync(two, List.of("a"), cve(1, "a").score("9.8").description("of two"));
        syncs.sync(one, List.of("a"), cve(1, "a").score("9.8").description("of one"));

        assertThat(single("/weaknesses").get("description").stringValue()).isEqualTo("of one");
    }

    @Test
    void aSeverityThatTheVendorsWordGaveGoesWithoutAnothersScore() throws Exception {
        syncs.sync(one, List.of("a"), cve(1, "a").score("6.9"));
        syncs.sync(two, List.of("a"), cve(1, "a").word("HIGH"));

        JsonNode found = single("/weaknesses");
        assertThat(found.get("severity").stringValue()).isEqualTo("HIGH");
        assertThat(found.get("severityScore").isNull()).isTrue();
    }

    @Test
    void ofChosenConnectorsARecordSaysWhatTheySay() throws Exception {
        syncs.sync(
                one,
                List.of("a"),
                cve(1, "a").score("5.0").description("of one"),
                cve(2, "a").score("3.0"));
        syncs.sync(two, List.of("a", "b"), cve(1, "a", "b").score("9.8").description("of two"));
        syncs.sync(three, List.of("a"), cve(1, "a").score("1.0"), cve(2, "a").score("9.9"));

        JsonNode ofOne = get("/weaknesses?connectorId=" + one).body().at("/items/0");
        assertThat(ofOne.get("severity").stringValue()).isEqualTo("MEDIUM");
        assertThat(ofOne.get("description").stringValue()).isEqualTo("of one");
        assertThat(ofOne.get("openFindingCount").intValue()).isEqualTo(1);
        assertThat(texts(ofOne.get("connectorIds"))).containsExactly("" + one);

        RestReply ofTwo = get("/weaknesses?connectorId=%d&connectorId=%d&connectorId=77".formatted(one, two));
        assertThat(ofTwo.items("name")).containsExactly("CVE-2026-1", "CVE-2026-2");
        assertThat(ofTwo.items("severity")).containsExactly("CRITICAL", "LOW");
        assertThat(ofTwo.items("openFindingCount")).containsExactly("3", "1");
        assertThat(get("/weaknesses?connectorId=%d&severity=CRITICAL".formatted(one))
                        .total())
                .isZero();
        assertThat(get("/weaknesses?severity=CRITICAL").total()).isEqualTo(2);
    }

    @Test
    void searchLooksAtTheDescriptionThatIsShown() throws Exception {
        syncs.sync(one, List.of("a"), cve(1, "a").score("5.0").description("alpha text"));
        syncs.sync(two, List.of("a"), cve(1, "a").score("9.8").description("beta text"));

        assertThat(get("/weaknesses?q=BETA").total()).isEqualTo(1);
        assertThat(get("/weaknesses?q=alpha").total()).isZero();
        assertThat(get("/weaknesses?q=alpha&connectorId=" + one).total()).isEqualTo(1);
    }

    @Test
    void aWeaknessIsOpenWhereOneOfItsConnectorsHasAnOpenFinding() throws Exception {
        syncs.sync(one, List.of("a"), cve(1).score("9.8"));
        syncs.sync(two, List.of("a"), cve(1, "a").score("5.0"));

        assertThat(single("/weaknesses").get("severity").stringValue()).isEqualTo("CRITICAL");
        assertThat(get("/weaknesses?connectorId=" + one).total()).isZero();
        assertThat(get("/weaknesses?open=false&connectorId=" + one).total()).isEqualTo(1);
    }

    @Test
    void aConnectorThatIsBeingDeletedCountsNoMore() throws Exception {
        syncs.sync(one, List.of("a"), cve(1, "a").score("5.0"));
        syncs.sync(two, List.of("a"), cve(1, "a").score("9.8"), cve(2, "a").score("9.9"));
        String onlyOfTwo = get("/weaknesses?q=2026-2").items("id").getFirst();
        syncs.delete(two);

        JsonNode left = single("/weaknesses?open=false");
        assertThat(left.get("severity").stringValue()).isEqualTo("MEDIUM");
        assertThat(left.get("openFindingCount").intValue()).isEqualTo(1);
        assertThat(texts(left.get("connectorIds"))).containsExactly("" + one);
        assertThat(get("/weaknesses/" + left.get("id").stringValue()).body()).isEqualTo(left);
        assertThat(get("/weaknesses/" + onlyOfTwo).status()).isEqualTo(404);
        assertThat(get("/weaknesses?open=false&connectorId=" + two).total()).isZero();
    }

    private JsonNode single(String list) throws Exception {
        JsonNode body = get(list).body();
        assertThat(body.get("items").size()).as(body.toString()).isEqualTo(1);
        return body.at("/items/0");
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
