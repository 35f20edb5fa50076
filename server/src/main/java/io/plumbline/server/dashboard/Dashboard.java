package io.plumbline.server.dashboard;

import io.plumbline.connector.api.Severity;
import io.plumbline.server.dashboard.DashboardPage.Exposed;
import io.plumbline.server.dashboard.DashboardPage.Graded;
import io.plumbline.server.dashboard.DashboardPage.Source;
import io.plumbline.server.dashboard.DashboardPage.Top;
import io.plumbline.server.dashboard.Summary.ConnectorSummary;
import io.plumbline.server.dashboard.Summary.Day;
import io.plumbline.server.platform.chart.FindingsByDay;
import io.plumbline.server.platform.chart.StackedArea.Series;
import io.plumbline.server.platform.table.Amount;
import io.plumbline.server.platform.table.SeverityFacet;
import io.plumbline.server.weakness.Weakness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the dashboard from the same summary that the REST API gives; every number leads to the list behind it. */
final class Dashboard {

    private static final List<Severity> WORST_FIRST = List.of(Severity.values()).reversed();

    private Dashboard() {}

    static DashboardPage of(Summary summary) {
        List<Day> days = summary.trend();
        return new DashboardPage(
                Amount.text(summary.assetCount()),
                Amount.text(summary.archivedAssetCount()),
                Amount.text(summary.weaknessCount()),
                Amount.text(summary.openFindingCount()),
                Amount.text(summary.fixedFindingCount()),
                WORST_FIRST.stream()
                        .map(severity -> new Graded(
                                severity,
                                Amount.text(summary.openFindings().of(severity)),
                                "/findings?severity=" + severity))
                        .toList(),
                FindingsByDay.of(
                        days.stream().map(Dashboard::sum).toList(),
                        WORST_FIRST.stream()
                                .map(severity -> series(severity, days))
                                .toList(),
                        ""),
                top(summary.topWeaknesses()),
                summary.topAssets().stream()
                        .map(asset -> new Exposed(
                                asset.name(),
                                "/assets/" + asset.id(),
                                amounts(asset.openFindings()),
                                "/findings?assetId=" + asset.id()))
                        .toList(),
                summary.connectors().stream().map(Dashboard::source).toList(),
                oldest(summary.connectors()));
    }

    private static Series series(Severity severity, List<Day> days) {
        List<@Nullable Long> values = new ArrayList<>();
        for (Day day : days) {
            SeverityCounts open = day.open();
            values.add(open == null ? null : (Long) open.of(severity));
        }
        return new Series(SeverityFacet.word(severity), severity.name().toLowerCase(Locale.ROOT), values);
    }

    private static FindingsByDay.Day sum(Day day) {
        SeverityCounts open = day.open();
        return new FindingsByDay.Day(
                day.date(),
                open == null ? null : (Long) open.sum(),
                day.created().sum(),
                day.fixed().sum(),
                day.resurfaced().sum());
    }

    private static List<Top> top(List<Weakness> weaknesses) {
        long most = weaknesses.stream()
                .mapToLong(Weakness::affectedAssetCount)
                .max()
                .orElse(1);
        return weaknesses.stream()
                .map(weakness -> new Top(
                        weakness,
                        "/weaknesses/" + weakness.id(),
                        Amount.text(weakness.affectedAssetCount()),
                        String.format(Locale.ROOT, "%.1f", 100.0 * weakness.affectedAssetCount() / Math.max(1, most))))
                .toList();
    }

    private static Source source(ConnectorSummary connector) {
        return new Source(
                connector.name(),
                "/connectors/" + connector.id(),
                connector.status().kind(),
                connector.status().word(),
                connector.assetsObservedAt(),
                connector.findingsObservedAt(),
                connector.nextSyncAt(),
                Amount.text(connector.assetCount()),
                "/assets?connectorId=" + connector.id(),
                Amount.text(connector.openFindingCount()),
                "/findings?connectorId=" + connector.id());
    }

    private static Map<Severity, Long> amounts(SeverityCounts counts) {
        Map<Severity, Long> amounts = new EnumMap<>(Severity.class);
        WORST_FIRST.forEach(severity -> amounts.put(severity, counts.of(severity)));
        return amounts;
    }

    private static @Nullable Instant oldest(List<ConnectorSummary> connectors) {
        return connectors.stream()
                .map(ConnectorSummary::findingsObservedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
