package io.plumbline.connector.api;

import java.util.List;

/**
 * How a type's records come about, for people to read. Each connector's tests compare it with what its code does, source field by
 * source field, so that it cannot go stale.
 *
 * @param assetSource what the source calls the rows that assets come from
 * @param findingSource likewise for findings; empty where the type has none
 */
public record DataMapping(
        String assetSource,
        List<FieldMapping<AssetField>> assets,
        String findingSource,
        List<FieldMapping<FindingField>> findings) {

    public DataMapping {
        assets = List.copyOf(assets);
        findings = List.copyOf(findings);
    }
}
