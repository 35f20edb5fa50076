package io.plumbline.server.weakness;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.database.Folding;
import io.plumbline.server.platform.listing.Column;
import io.plumbline.server.platform.listing.Conditions;
import io.plumbline.server.platform.listing.ListDefinition;
import io.plumbline.server.platform.listing.Selection;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the list of weaknesses can be asked. Safe for many threads. */
@Component
public class WeaknessList implements ListDefinition<KnownWeakness, Weakness> {

    private final LiveConnectors connectors;
    private final WeaknessRecords records;

    WeaknessList(LiveConnectors connectors, WeaknessRecords records) {
        this.connectors = connectors;
        this.records = records;
    }

    @Override
    public String name() {
        return "weaknesses";
    }

    @Override
    public Set<String> filters() {
        return Set.of("connectorId", "open", "q", "severity");
    }

    @Override
    public List<Sort> sorts() {
        return List.of(
                new Sort("severity", true),
                new Sort("name", false),
                new Sort("affectedAssetCount", true),
                new Sort("openFindingCount", true));
    }

    @Override
    public Selection<KnownWeakness> select(ListQuery query, Sort sort) {
        Integer[] knownBy = connectors.ids(query.all("connectorId"));
        Conditions conditions = new Conditions().with("connectors", knownBy);
        conditions.and(query.flag("open", true) ? "known.open_count > 0" : "known.counts");
        List<Severity> severities = query.words("severity", Severity.class);
        if (!severities.isEmpty()) {
            conditions.and(
                    "known.rank / 10000 = any(:severities)",
                    "severities",
                    severities.stream().map(Severity::level).toArray(Integer[]::new));
        }
        List<String> patterns = query.all("q").stream()
                .map(text -> Conditions.containing(Folding.fold(text)))
                .toList();
        return new WeaknessSelection(List.of(knownBy), patterns, conditions, sort);
    }

    @Override
    public List<Weakness> load(Collection<KnownWeakness> ids) {
        return records.load(ids);
    }

    @Override
    public List<Column<Weakness>> columns() {
        return List.of(
                new Column<>("id", Weakness::id),
                new Column<>("name", Weakness::name),
                new Column<>("severity", Weakness::severity),
                new Column<>("severityScore", Weakness::severityScore),
                new Column<>("affectedAssetCount", Weakness::affectedAssetCount),
                new Column<>("openFindingCount", Weakness::openFindingCount),
                new Column<>("fixedFindingCount", Weakness::fixedFindingCount),
                new Column<>("firstObservedAt", Weakness::firstObservedAt),
                new Column<>("lastObservedAt", Weakness::lastObservedAt),
                new Column<>("publishedAt", Weakness::publishedAt),
                new Column<>("exploitabilityScore", Weakness::exploitabilityScore),
                new Column<>("impactScore", Weakness::impactScore),
                new Column<>("type", Weakness::type),
                new Column<>("affectedProducts", Weakness::affectedProducts),
                new Column<>("connectorIds", Weakness::connectorIds),
                new Column<>("description", Weakness::description));
    }
}
