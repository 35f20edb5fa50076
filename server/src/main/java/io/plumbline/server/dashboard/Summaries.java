package io.plumbline.server.dashboard;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.ConnectorFacts.Holdings;
import io.plumbline.server.connector.ConnectorFacts.Runs;
import io.plumbline.server.connector.Connectors;
import io.plumbline.server.connector.GatheredFacts;
import io.plumbline.server.dashboard.Summary.ConnectorSummary;
import io.plumbline.server.platform.database.Folding;
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
    private final GatheredFacts facts;
    private final Trend trend;
    private final TopAssets assets;
    private final WeaknessList weaknesses;
    private final Lists lists;
    private final Snapshots snapshots;
    private final Clock clock;

    Summaries(
            Connectors connectors,
            GatheredFacts facts,
            Trend trend,
            TopAssets assets,
            WeaknessList weaknesses,
            Lists lists,
            Snapshots snapshots,
            Clock clock) {
        this.connectors = connectors;
        this.facts = facts;
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
        Map<Integer, Holdings> held = facts.holdings(shown);
        Map<Integer, Runs> runs = facts.runs(shown);
        SeverityCounts open = held.values().stream()
                .map(holdings -> SeverityCounts.of(holdings.openFindings()))
                .reduce(SeverityCounts.NONE, SeverityCounts::plus);
        Page<Weakness> top = topWeaknesses(asked);
        return new Summary(
                now,
                sum(held, Holdings::assets),
                sum(held, Holdings::archivedAssets),
                top.total(),
                open.sum(),
                sum(held, Holdings::fixedFindings),
                open,
                trend.upTo(LocalDate.ofInstant(now, ZoneOffset.UTC), ids),
                top.items(),
                assets.mostExposed(ids, TOP),
                shown.stream()
                        .map(connector -> summary(
                                connector,
                                held.getOrDefault(connector.id(), Holdings.NONE),
                                runs.getOrDefault(connector.id(), Runs.NONE)))
                        .toList());
    }

    private Page<Weakness> topWeaknesses(List<String> asked) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.addAll("connectorId", asked);
        parameters.add("sort", "-affectedAssetCount");
        parameters.add("limit", Integer.toString(TOP));
        return lists.page(weaknesses, parameters);
    }

    private static ConnectorSummary summary(Connector connector, Holdings held, Runs runs) {
        return new ConnectorSummary(
                Integer.toString(connector.id()),
                connector.type(),
                connector.name(),
                connector.status(),
                held.assetsAsOf(),
                held.findingsAsOf(),
                runs.lastSync(),
                runs.nextSyncAt(),
                held.assets(),
                held.archivedAssets(),
                held.allOpenFindings(),
                SeverityCounts.of(held.openFindings()));
    }

    private static long sum(Map<Integer, Holdings> held, ToLongFunction<Holdings> count) {
        return held.values().stream().mapToLong(count).sum();
    }
}
