package io.plumbline.server.finding;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.listing.Column;
import io.plumbline.server.platform.listing.ListDefinition;
import io.plumbline.server.platform.listing.Selection;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the list of findings can be asked. Safe for many threads. */
@Component
class FindingList implements ListDefinition<FindingId, Finding> {

    private final LiveConnectors connectors;
    private final FindingRecords records;

    FindingList(LiveConnectors connectors, FindingRecords records) {
        this.connectors = connectors;
        this.records = records;
    }

    @Override
    public String name() {
        return "findings";
    }

    @Override
    public Set<String> filters() {
        return FindingFilter.NAMES;
    }

    @Override
    public List<Sort> sorts() {
        return List.of(
                new Sort("severity", true),
                new Sort("firstObservedAt", false),
                new Sort("fixedAt", false),
                new Sort("assetName", false));
    }

    @Override
    public Selection<FindingId> select(ListQuery query, Sort sort) {
        return new FindingSelection(FindingFilter.read(query, List.of(connectors.ids(query.all("connectorId")))), sort);
    }

    @Override
    public List<Finding> load(Collection<FindingId> ids) {
        return records.load(ids);
    }

    @Override
    public List<Column<Finding>> columns() {
        return List.of(
                new Column<>("id", Finding::id),
                new Column<>("name", Finding::name),
                new Column<>("assetName", Finding::assetName),
                new Column<>("severity", Finding::severity),
                new Column<>("severityScore", Finding::severityScore),
                new Column<>("vendorSeverity", Finding::vendorSeverity),
                new Column<>("state", Finding::state),
                new Column<>("firstObservedAt", Finding::firstObservedAt),
                new Column<>("lastObservedAt", Finding::lastObservedAt),
                new Column<>("fixedAt", Finding::fixedAt),
                new Column<>("fixedReason", Finding::fixedReason),
                new Column<>("fixedBySyncId", Finding::fixedBySyncId),
                new Column<>("withheld", Finding::withheld),
                new Column<>("connectorId", Finding::connectorId),
                new Column<>("weaknessId", Finding::weaknessId),
                new Column<>("assetCount", Finding::assetCount),
                new Column<>("assetIds", Finding::assetIds),
                new Column<>("cves", Finding::cves),
                new Column<>("description", Finding::description));
    }
}
