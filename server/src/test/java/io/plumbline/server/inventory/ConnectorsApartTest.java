package io.plumbline.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.SettingValues;
import io.plumbline.server.connector.Connection;
import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.ConnectorHealth;
import io.plumbline.server.connector.DataPulling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Semantics §6: connectors share no part of the inventory, one tenant or not, and one that is deleted has none. */
class ConnectorsApartTest extends StorySuite {

    private static final String C = "CVE-2024-0001";

    @Test
    void whatOneConnectorSeesIsNoOthersBusiness() throws Exception {
        Story other = new Story(it, 2_000);
        other.endpoint("1", "H").endpoint("2", "K").cve(C, "H").sync();
        story.endpoint("1", "H").endpoint("2", "K").cve(C, "H").sync();
        Snapshot before = other.snapshot();

        story.gone("1")
                .noCve(C)
                .row(C, row -> row.scored("9.90").described("told anew"), "K")
                .sync();

        assertThat(other.snapshot()).isEqualTo(before);
        assertThat(story.asset("1").archivedReason()).isEqualTo("NOT_RETURNED");
    }

    @Test
    void deletingOneLeavesTheOthers() throws Exception {
        Story other = new Story(it, 2_001);
        other.endpoint("1", "H").cve(C, "H").sync();
        story.endpoint("1", "H").cve(C, "H").cve("CVE-2024-0002", "H").sync();
        Snapshot before = other.snapshot();

        it.deletion.delete(story.connector());

        assertThat(other.snapshot()).isEqualTo(before);
        assertThat(it.counters.differences(other.connector())).isEmpty();
    }

    @Test
    void aConnectorThatIsBeingDeletedCountsNothing() throws Exception {
        story.endpoint("1", "H").cve(C, "H").sync();
        InventoryFacts facts = new InventoryFacts(it.jdbc);

        assertThat(facts.holdings(List.of(connector(false)))).hasEntrySatisfying(story.connector(), held -> {
            assertThat(held.assets()).isEqualTo(1);
            assertThat(held.allOpenFindings()).isEqualTo(1);
        });
        assertThat(facts.holdings(List.of(connector(true)))).isEmpty();
    }

    private Connector connector(boolean deleting) {
        return new Connector(
                story.connector(),
                "scripted",
                "Scripted",
                new SettingValues(Map.of()),
                DataPulling.DEFAULT,
                new Connection(null, null, null, 10),
                Optional.empty(),
                true,
                deleting,
                ConnectorHealth.CONNECTED,
                1);
    }
}
