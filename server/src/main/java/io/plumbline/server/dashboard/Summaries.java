package io.plumbline.server.dashboard;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.ConnectorFacts;
import io.plumbline.server.connector.ConnectorFacts.Runs;
import io.plumbline.server.connector.Connectors;
import io.plumbline.server.dashboard.Counters.Part;
import io.plumbline.server.dashboard.Summary.ConnectorSummary;
import io.plumbline.server.inventory.Folding;
import io.plumbline.server.platform.listing.Lists;
import io.plumbline.server.platform.listing.Snapshots;
import io.plumbline.server.platform.web.Page;
import io.plumbline.server.weakness.Weakness;
import io.plumbline.server.weakness.WeaknessList;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Puts summaries together. Safe for many threads. */
@Component
class Summaries {

    private static final int TOP = 10;
    private static final Comparator<Connector> BY_NAME = Comparator.comparing(
                    (Connector connector) -> Folding.fold(connector.name()))
            .thenComparingInt(Connector::id);

    private final Connectors connectors;
    private final List<ConnectorFacts> facts;
    private final Counters counters;
    private final Trend trend;
    private final TopAssets assets;
    private final WeaknessList weaknesses;
    private final Lists lists;
    private final Snapshots snapshots;
    private final Clock clock;

    Summaries(
            Connectors connectors,
            List<ConnectorFacts> facts,
            Counters counters,
            Trend trend,
            TopAssets assets,
            WeaknessList weaknesses,
            Lists lists,
            Snapshots snapshots,
            Clock clock) {
        this.connectors = connectors;
        this.facts = facts;
        this.counters = counters;
        this.trend = trend;
        this.assets = assets;
        this.weaknesses = weaknesses;
        this.lists = lists;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** @param asked ids of connectors as clients send them; none means all. One that is unknown or being deleted counts nowhere */
    Summary of(List<String> asked) {
        return snapshots.read(() -> read(asked));
    }

    private Summary read(List<String> asked) {
        Instant now = clock.instant();
        Set<String> some = new TreeSet<>(asked);
        List<Connector> shown = connectors.all().stream()
                .filter(connector -> !connector.deleting())
                .filter(connector -> some.isEmpty() || some.contains(Integer.toString(connector.id())))
                .sorted(BY_NAME)
                .toList();
        List<Integer> ids = shown.stream().map(Connector::id).toList();
        Map<Integer, Part> parts = counters.of(ids);
        SeverityCounts open = parts.values().stream().map(Part::open).reduce(SeverityCounts.NONE, SeverityCounts::plus);
        Page<Weakness> top = topWeaknesses(asked);
        return new Summary(
                now,
                sum(parts, Part::assets),
                sum(parts, Part::archivedAssets),
                top.total(),
                open.sum(),
                sum(parts, Part::fixed),
                open,
                trend.upTo(LocalDate.ofInstant(now, ZoneOffset.UTC), ids),
                top.items(),
                assets.mostExposed(ids, TOP),
                connectors(shown, parts));
    }

    private Page<Weakness> topWeaknesses(List<String> asked) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.addAll("connectorId", asked);
        parameters.add("sort", "-affectedAssetCount");
        parameters.add("limit", Integer.toString(TOP));
        return lists.page(weaknesses, parameters);
    }

    private List<ConnectorSummary> connectors(List<Connector> shown, Map<Integer, Part> parts) {
        Map<Integer, Runs> runs = new HashMap<>();
        facts.forEach(known -> runs.putAll(known.runs(shown)));
        return shown.stream()
                .map(connector -> summary(
                        connector,
                        parts.getOrDefault(connector.id(), Part.NOTHING),
                        runs.getOrDefault(connector.id(), Runs.NONE)))
                .toList();
    }

    private static ConnectorSummary summary(Connector connector, Part part, Runs runs) {
        return new ConnectorSummary(
                Integer.toString(connector.id()),
                connector.type(),
                connector.name(),
                connector.status(),
                part.assetsObservedAt(),
                part.findingsObservedAt(),
                runs.lastSync(),
                runs.nextSyncAt(),
                part.assets(),
                part.archivedAssets(),
                part.open().sum(),
                part.open());
    }

    private static long sum(Map<Integer, Part> parts, ToLongFunction<Part> count) {
        return parts.values().stream().mapToLong(count).sum();
    }
}
