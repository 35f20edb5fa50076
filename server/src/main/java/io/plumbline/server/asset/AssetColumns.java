package io.plumbline.server.asset;

import io.plumbline.server.platform.listing.Column;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The columns of an export: all that the API shows. What a vendor adds as it likes stands in one column, as JSON. */
final class AssetColumns {

    private static final JsonMapper JSON = new JsonMapper();

    List<Column<Asset>> all() {
        return List.of(
                new Column<>("id", Asset::id),
                new Column<>("connectorId", Asset::connectorId),
                new Column<>("externalId", Asset::externalId),
                new Column<>("name", Asset::name),
                new Column<>("assetClass", Asset::assetClass),
                new Column<>("status", Asset::status),
                new Column<>("archivedReason", Asset::archivedReason),
                new Column<>("archivedAt", Asset::archivedAt),
                new Column<>("vendorStatus", Asset::vendorStatus),
                new Column<>("ipv4Addresses", Asset::ipv4Addresses),
                new Column<>("ipv6Addresses", Asset::ipv6Addresses),
                new Column<>("macAddresses", Asset::macAddresses),
                new Column<>("operatingSystem", Asset::operatingSystem),
                new Column<>("fqdn", Asset::fqdn),
                new Column<>("firstObservedAt", Asset::firstObservedAt),
                new Column<>("lastObservedAt", Asset::lastObservedAt),
                new Column<>("lastObservedInFuture", Asset::lastObservedInFuture),
                new Column<>("externalTags", Asset::externalTags),
                new Column<>("customAttributes", asset -> JSON.writeValueAsString(asset.customAttributes())),
                new Column<>("openCritical", asset -> asset.openFindings().critical()),
                new Column<>("openHigh", asset -> asset.openFindings().high()),
                new Column<>("openMedium", asset -> asset.openFindings().medium()),
                new Column<>("openLow", asset -> asset.openFindings().low()),
                new Column<>("openInfo", asset -> asset.openFindings().info()));
    }
}
