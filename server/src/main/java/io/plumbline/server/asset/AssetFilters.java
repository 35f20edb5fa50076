package io.plumbline.server.asset;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.connector.LiveConnectors;
import io.plumbline.server.inventory.AssetFacet;
import io.plumbline.server.platform.database.Folding;
import io.plumbline.server.platform.listing.Conditions;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.NumberedId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of assets.
 *
 * @param connectors whose assets are asked for; none where there are none
 * @param statuses likewise
 * @param tables which tables the conditions are about
 * @param onlyWeakness the one weakness, where nothing but that, connectors and statuses is asked: its assets are counted already
 */
record AssetFilters(
        List<Integer> connectors,
        Set<AssetStatus> statuses,
        Set<AssetTable> tables,
        Conditions conditions,
        Optional<Integer> onlyWeakness) {

    /** What the asset's own row bears tokens of. */
    private static final Set<AssetFacet> TOKENS = EnumSet.complementOf(EnumSet.of(AssetFacet.VENDOR_STATUS));

    static final Set<String> NAMES = Stream.concat(
                    Arrays.stream(AssetFacet.values()).map(AssetFacet::parameter),
                    Stream.of(
                            "connectorId",
                            "status",
                            "severity",
                            "weaknessId",
                            "q",
                            "lastObservedBefore",
                            "lastObservedAfter"))
            .collect(Collectors.toUnmodifiableSet());

    /** asset_name.exposure is made of the counts by severity, the worst first. */
    private static final int BITS_OF_A_COUNT = 12;

    /** What is not understood is told to the query. */
    static AssetFilters read(ListQuery query, LiveConnectors connectors) {
        List<AssetStatus> asked = query.words("status", AssetStatus.class);
        AssetFilters filters = new AssetFilters(
                List.of(connectors.ids(query.all("connectorId"))),
                EnumSet.copyOf(asked.isEmpty() ? List.of(AssetStatus.ACTIVE) : asked),
                EnumSet.noneOf(AssetTable.class),
                new Conditions(),
                Optional.empty());
        TOKENS.forEach(facet -> filters.facet(facet, query.all(facet.parameter())));
        filters.text(query.all("q"));
        filters.vendorStatus(query.all(AssetFacet.VENDOR_STATUS.parameter()));
        query.instant("lastObservedBefore").ifPresent(time -> filters.observed("<", "before", time));
        query.instant("lastObservedAfter").ifPresent(time -> filters.observed(">", "after", time));
        filters.severity(query.words("severity", Severity.class));
        return filters.ofWeaknesses(query.all("weaknessId"));
    }

    boolean matchNothing() {
        return connectors.isEmpty() || statuses.isEmpty();
    }

    private void facet(AssetFacet facet, List<String> values) {
        if (!values.isEmpty()) {
            tables.add(AssetTable.ASSET);
            conditions.andAnyOf("a.facets && cast(:" + facet.key() + " as text[])", facet.key(), facet.tokens(values));
        }
    }

    private void text(List<String> values) {
        if (!values.isEmpty()) {
            tables.add(AssetTable.ASSET);
            conditions.andContaining(
                    "a.search", "text", values.stream().map(Folding::fold).toList());
        }
    }

    private void vendorStatus(List<String> values) {
        if (!values.isEmpty()) {
            tables.add(AssetTable.SIGHTING);
            conditions.andAnyOf(
                    "g.folded_vendor_status = any(cast(:vendor_statuses as text[]))",
                    "vendor_statuses",
                    values.stream().map(Folding::fold).toList());
        }
    }

    private void observed(String comparison, String name, Instant time) {
        tables.add(AssetTable.SIGHTING);
        conditions.and("g.last_observed_at " + comparison + " :" + name, name, time.atOffset(ZoneOffset.UTC));
    }

    /** Only what is ACTIVE has open findings. An id that is none of ours matches nothing. */
    private AssetFilters ofWeaknesses(List<String> ids) {
        if (ids.isEmpty()) {
            return this;
        }
        List<Integer> weaknesses = ids.stream()
                .flatMap(id -> NumberedId.of(id, 1).stream())
                .map(List::getFirst)
                .distinct()
                .toList();
        boolean alone = tables.isEmpty() && weaknesses.size() == 1;
        statuses.retainAll(Set.of(AssetStatus.ACTIVE));
        tables.add(AssetTable.ASSET);
        conditions.and("""
                exists (select from finding f
                        where f.connector_id = a.connector_id and f.name_id = a.name_id and f.weakness_id = any(:weaknesses)
                          and f.standing in (1, 2))""", "weaknesses", weaknesses.toArray(Integer[]::new));
        return new AssetFilters(
                connectors,
                statuses,
                tables,
                conditions,
                alone ? Optional.of(weaknesses.getFirst()) : Optional.empty());
    }

    /**
     * Only what is ACTIVE has open findings. Who has one of a severity has at least the exposure of one of the lowest asked for,
     * which an index knows.
     */
    private void severity(List<Severity> severities) {
        if (severities.isEmpty()) {
            return;
        }
        statuses.retainAll(Set.of(AssetStatus.ACTIVE));
        tables.add(AssetTable.NAME);
        conditions.and(severities.stream()
                .map(severity -> "n." + severity.name().toLowerCase(Locale.ROOT) + " > 0")
                .distinct()
                .collect(Collectors.joining(" or ")));
        int lowest = severities.stream().mapToInt(Severity::level).min().orElseThrow();
        conditions.and("n.exposure >= :exposure", "exposure", 1L << (BITS_OF_A_COUNT * lowest));
    }
}
