package io.plumbline.server.finding;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.inventory.AssetFacet;
import io.plumbline.server.platform.database.Folding;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.NumberedId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a request asks of findings, read and folded. Of each list any one value has to match; an empty list asks nothing. An id
 * that is none of ours matches nothing.
 *
 * @param connectors the connectors asked for that are there, or all that are
 * @param weaknesses ids, each as a list of one number; likewise {@code assets} with two, connector and asset
 * @param facets one list per kind of facet
 * @param texts folded
 * @param products folded
 */
record FindingFilter(
        List<Integer> connectors,
        Standings standings,
        List<Severity> severities,
        Optional<List<List<Integer>>> weaknesses,
        Optional<List<List<Integer>>> assets,
        List<List<String>> facets,
        List<String> products,
        List<String> texts,
        TimeRange firstObserved,
        TimeRange fixed) {

    /** Of the assets that findings stand on. */
    private static final List<AssetFacet> ASSET_FACETS =
            List.of(AssetFacet.ENDPOINT_TYPE, AssetFacet.GROUP, AssetFacet.TAG, AssetFacet.OPERATING_SYSTEM);

    static final Set<String> NAMES = Stream.concat(
                    ASSET_FACETS.stream().map(AssetFacet::parameter),
                    Stream.of(
                            "connectorId",
                            "assetId",
                            "weaknessId",
                            "state",
                            "severity",
                            "withheld",
                            "q",
                            "firstObservedAfter",
                            "firstObservedBefore",
                            "fixedAfter",
                            "fixedBefore",
                            "product"))
            .collect(Collectors.toUnmodifiableSet());

    /** Both ends excluded. */
    record TimeRange(Optional<Instant> after, Optional<Instant> before) {

        boolean isAsked() {
            return after.isPresent() || before.isPresent();
        }

        private static TimeRange read(ListQuery query, String name) {
            return new TimeRange(query.instant(name + "After"), query.instant(name + "Before"));
        }
    }

    static FindingFilter read(ListQuery query, List<Integer> connectors) {
        return new FindingFilter(
                connectors,
                Standings.asked(
                        Set.copyOf(query.words("state", FindingState.class)),
                        Set.copyOf(query.words("withheld", WithheldReason.class))),
                query.words("severity", Severity.class),
                ids(query.all("weaknessId"), 1),
                ids(query.all("assetId"), 2),
                ASSET_FACETS.stream()
                        .map(facet -> facet.tokens(query.all(facet.parameter())))
                        .toList(),
                query.all("product").stream().map(Folding::fold).toList(),
                query.all("q").stream().map(Folding::fold).toList(),
                TimeRange.read(query, "firstObserved"),
                TimeRange.read(query, "fixed"));
    }

    boolean asksOfWeaknesses() {
        return weaknesses.isPresent() || !severities.isEmpty() || !products.isEmpty();
    }

    boolean asksOfAssets() {
        return assets.isPresent() || facets.stream().anyMatch(values -> !values.isEmpty());
    }

    /** Whether the counters of weaknesses say how many findings it leaves. */
    boolean isCounted() {
        return standings.isCounted()
                && !asksOfAssets()
                && texts.isEmpty()
                && !firstObserved.isAsked()
                && !fixed.isAsked();
    }

    /** Without all that cannot be seen in an index of times. */
    FindingFilter onlyTimes() {
        return new FindingFilter(
                connectors,
                standings,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                facets.stream().map(_ -> List.<String>of()).toList(),
                List.of(),
                List.of(),
                firstObserved,
                fixed);
    }

    private static Optional<List<List<Integer>>> ids(List<String> asked, int parts) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        List<List<Integer>> ids = new ArrayList<>();
        asked.forEach(id -> NumberedId.of(id, parts).ifPresent(ids::add));
        return Optional.of(ids);
    }
}
