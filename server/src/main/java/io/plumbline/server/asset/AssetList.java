package io.plumbline.server.asset;

import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.platform.listing.Column;
import io.plumbline.server.platform.listing.ListDefinition;
import io.plumbline.server.platform.listing.Selection;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the list of assets can be asked. Safe for many threads. */
@Component
class AssetList implements ListDefinition<AssetId, Asset> {

    private final LiveConnectors connectors;
    private final AssetRecords records;
    private final AssetColumns columns = new AssetColumns();

    AssetList(LiveConnectors connectors, AssetRecords records) {
        this.connectors = connectors;
        this.records = records;
    }

    @Override
    public String name() {
        return "assets";
    }

    @Override
    public Set<String> filters() {
        return AssetFilters.NAMES;
    }

    @Override
    public List<Sort> sorts() {
        return List.of(
                new Sort(AssetOrder.BY_NAME.field(), false),
                new Sort(AssetOrder.BY_EXPOSURE.field(), true),
                new Sort(AssetOrder.BY_LAST_OBSERVED.field(), true),
                new Sort(AssetOrder.BY_FIRST_OBSERVED.field(), true));
    }

    @Override
    public Selection<AssetId> select(ListQuery query, Sort sort) {
        return new AssetSelection(AssetFilters.read(query, connectors), AssetOrder.of(sort.field()), sort.descending());
    }

    @Override
    public List<Asset> load(Collection<AssetId> ids) {
        return records.load(ids);
    }

    @Override
    public List<Column<Asset>> columns() {
        return columns.all();
    }

    /** Empty where there is none, or its connector is being deleted. */
    Optional<Asset> find(AssetId id) {
        return List.of(connectors.ids()).contains(id.connectorId())
                ? records.load(List.of(id)).stream().findFirst()
                : Optional.empty();
    }
}
