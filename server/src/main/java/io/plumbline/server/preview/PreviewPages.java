package io.plumbline.server.preview;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.ConnectorHeaders;
import io.plumbline.server.connector.Connectors;
import io.plumbline.server.connector.DataPullingTrials;
import io.plumbline.server.inventory.PlannedChange;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.page.SeeOther;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.table.Amount;
import io.plumbline.server.sync.PreviewSink.Guard;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What a sync would change as a tab, and the buttons that ask for it: here, and in the form of the configuration. */
@Needs(Permission.READ)
@PageController
@RequestMapping("/connectors/{connectorId}/previews")
class PreviewPages {

    private final Pages pages;
    private final Connectors connectors;
    private final ConnectorHeaders headers;
    private final PreviewTab tab;
    private final DataPullingTrials trials;
    private final Previews previews;

    PreviewPages(
            Pages pages,
            Connectors connectors,
            ConnectorHeaders headers,
            PreviewTab tab,
            DataPullingTrials trials,
            Previews previews) {
        this.pages = pages;
        this.connectors = connectors;
        this.headers = headers;
        this.tab = tab;
        this.trials = trials;
        this.previews = previews;
    }

    @GetMapping
    View newest(@PathVariable String connectorId) {
        Connector connector = connectors.get(connectorId);
        return page(connector, path(connector), previews.newest(connector));
    }

    @GetMapping("/{id}")
    View one(@PathVariable String connectorId, @PathVariable String id) {
        Connector connector = connectors.get(connectorId);
        PreviewView view = previews.get(connector, id);
        return page(connector, path(connector) + "/" + view.id(), Optional.of(view));
    }

    /** @param form of the configuration as it stands, to be tried; or nothing but what every form has */
    @Needs(Permission.OPERATE)
    @PostMapping
    View start(@PathVariable String connectorId, @RequestParam MultiValueMap<String, String> form) {
        Connector connector = connectors.get(connectorId);
        boolean tries = form.keySet().stream().anyMatch(field -> field.startsWith("dataPulling."));
        PreviewView asked =
                previews.request(connector, tries ? Optional.of(trials.of(connector, form)) : Optional.empty());
        return SeeOther.at(path(connector) + "/" + asked.id());
    }

    private View page(Connector connector, String path, Optional<PreviewView> view) {
        return pages.page(
                Section.CONNECTORS,
                "Preview of " + connector.name(),
                "preview/page",
                new PreviewPage(
                        headers.of(connector, tab),
                        path,
                        view.map(asked -> asked(connector, asked)).orElse(null)));
    }

    private static PreviewPage.Asked asked(Connector connector, PreviewView view) {
        return new PreviewPage.Asked(
                view.queuedAt(),
                view.status() == PreviewView.Status.RUNNING,
                PreviewWords.differences(connector.dataPulling(), view.dataPulling()),
                trouble(view),
                stopped(view.guard()),
                view.changes().stream().map(PreviewPages::change).toList());
    }

    /** The figures of an old one go; its run is remembered. */
    private static @Nullable String trouble(PreviewView view) {
        if (view.status() != PreviewView.Status.FAILED) {
            return null;
        }
        return view.error() == null
                ? "What it told is kept no longer. Ask for another."
                : view.error().message() + " " + view.error().remedy();
    }

    private static @Nullable String stopped(@Nullable Guard guard) {
        if (guard == null || !guard.stops()) {
            return null;
        }
        return "The mass-change guard (%d %%) would stop this sync: %s of %s assets and %s of %s open findings would leave."
                .formatted(
                        guard.percent(),
                        Amount.text(guard.assetsLeaving()),
                        Amount.text(guard.assetsBefore()),
                        Amount.text(guard.findingsLeaving()),
                        Amount.text(guard.findingsBefore()));
    }

    private static PreviewPage.Change change(PlannedChange change) {
        long more = change.count() - change.examples().size();
        return new PreviewPage.Change(
                PreviewWords.of(change), change.examples(), more == 0 ? "" : "and " + Amount.text(more) + " more");
    }

    private static String path(Connector connector) {
        return "/connectors/" + connector.id() + "/previews";
    }
}
