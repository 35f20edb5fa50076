package io.plumbline.server.weakness;

import io.plumbline.server.connector.ConnectorFacet;
import io.plumbline.server.connector.MappedFields;
import io.plumbline.server.platform.chart.FindingsByDay;
import io.plumbline.server.platform.listing.Snapshots;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.table.ListPages;
import io.plumbline.server.platform.table.Score;
import io.plumbline.server.platform.table.TablePage;
import io.plumbline.server.platform.table.Tables;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Weaknesses as pages. */
@Needs(Permission.READ)
@PageController
@RequestMapping("/weaknesses")
class WeaknessPages extends ListPages<Weakness> {

    private final WeaknessList list;
    private final Weaknesses weaknesses;
    private final WeaknessTrend trend;
    private final ConnectorFacet connectors;
    private final MappedFields fields;
    private final Snapshots snapshots;
    private final Clock clock;

    WeaknessPages(
            Pages pages,
            Tables tables,
            WeaknessList list,
            Weaknesses weaknesses,
            WeaknessTrend trend,
            ConnectorFacet connectors,
            MappedFields fields,
            Snapshots snapshots,
            Clock clock) {
        super(pages, tables, WeaknessListPage.of(list, connectors, new LinkedMultiValueMap<>()));
        this.list = list;
        this.weaknesses = weaknesses;
        this.trend = trend;
        this.connectors = connectors;
        this.fields = fields;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    protected TablePage<Weakness> shown(MultiValueMap<String, String> parameters) {
        return WeaknessListPage.of(list, connectors, parameters);
    }

    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        // As of one moment: the last of the days ends with what the page says is open.
        WeaknessPage page = snapshots.read(() -> whole(weaknesses.get(id)));
        return page(page.weakness().name(), "weakness/page", page);
    }

    private WeaknessPage whole(Weakness weakness) {
        return new WeaknessPage(
                weakness,
                Score.text(weakness.severityScore()),
                weakness.connectorIds().stream().map(this::source).toList(),
                fields.ofFindings(weakness.connectorIds()),
                findingsByDay(weakness));
    }

    private WeaknessPage.Source source(String connector) {
        return new WeaknessPage.Source(connectors.nameOf(connector), Section.CONNECTORS.path() + "/" + connector);
    }

    private FindingsByDay findingsByDay(Weakness weakness) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return FindingsByDay.of(
                trend.upTo(today, Integer.parseInt(weakness.id())),
                "Open",
                weakness.severity().name().toLowerCase(Locale.ROOT),
                "&weaknessId=" + weakness.id());
    }
}
