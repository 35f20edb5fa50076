package io.plumbline.server.validation;

import io.plumbline.server.connector.Connector;
import io.plumbline.server.connector.ConnectorHeaders;
import io.plumbline.server.connector.Connectors;
import io.plumbline.server.inventory.Comparison;
import io.plumbline.server.inventory.Verdict;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.page.SeeOther;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.table.Address;
import io.plumbline.server.platform.table.Amount;
import io.plumbline.server.platform.web.Page;
import io.plumbline.server.sync.DryRun;
import io.plumbline.server.sync.DryRuns;
import io.plumbline.server.sync.Syncs;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The validations of a connector as a tab, and the button that makes one. */
@Needs(Permission.READ)
@PageController
@RequestMapping("/connectors/{connectorId}/validations")
class ValidationPages {

    private final Pages pages;
    private final Connectors connectors;
    private final ConnectorHeaders headers;
    private final ValidationTab tab;
    private final Validations validations;
    private final DryRuns runs;
    private final Syncs syncs;

    ValidationPages(
            Pages pages,
            Connectors connectors,
            ConnectorHeaders headers,
            ValidationTab tab,
            Validations validations,
            DryRuns runs,
            Syncs syncs) {
        this.pages = pages;
        this.connectors = connectors;
        this.headers = headers;
        this.tab = tab;
        this.validations = validations;
        this.runs = runs;
        this.syncs = syncs;
    }

    @GetMapping
    View newest(@PathVariable String connectorId, @RequestParam MultiValueMap<String, String> parameters) {
        Page<ValidationView> found = validations.list(connectorId, parameters);
        return page(connectorId, found.items().stream().findFirst(), found, parameters);
    }

    @GetMapping("/{id}")
    View one(
            @PathVariable String connectorId,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters) {
        ValidationView asked = validations.get(connectorId, id);
        return page(
                connectorId,
                Optional.of(asked).filter(view -> view.verdict() != null),
                validations.list(connectorId, parameters),
                parameters);
    }

    @Needs(Permission.OPERATE)
    @PostMapping
    View start(@PathVariable String connectorId) {
        validations.request(connectorId);
        return SeeOther.at(path(connectors.get(connectorId)));
    }

    private View page(
            String connectorId,
            Optional<ValidationView> shown,
            Page<ValidationView> found,
            MultiValueMap<String, String> parameters) {
        Connector connector = connectors.get(connectorId);
        Optional<DryRun> asked = runs.newestValidation(connector.id());
        return pages.page(
                Section.CONNECTORS,
                "Validation of " + connector.name(),
                "validation/page",
                new ValidationPage(
                        headers.of(connector, tab),
                        shown.map(ValidationPages::shown).orElse(null),
                        asked.map(ValidationPages::trouble).orElse(null),
                        asked.filter(DryRun::underWay).isPresent(),
                        !syncs.lastOneSucceeded(connector.id()),
                        found.items().stream().map(view -> row(connector, view)).toList(),
                        found.nextCursor() == null
                                ? null
                                : Address.of(path(connector), parameters)
                                        .next(found.nextCursor(), 0)
                                        .url()));
    }

    private static @Nullable String trouble(DryRun run) {
        return run.error() == null
                ? null
                : run.error().message() + " " + run.error().remedy();
    }

    private static ValidationPage.Shown shown(ValidationView view) {
        Verdict verdict = Objects.requireNonNull(view.verdict());
        List<ComparisonTable> tables = new ArrayList<>();
        tables.add(ComparisonTable.of(
                "Endpoints that the vendor counts", "Assets in the inventory", Objects.requireNonNull(view.assets())));
        if (view.findings() != null) {
            tables.add(ComparisonTable.of(
                    "Affected hosts that the vendor counts, over all of its vulnerabilities",
                    "Open findings in the inventory",
                    view.findings()));
        }
        return new ValidationPage.Shown(
                ValidationWords.of(verdict),
                ValidationWords.kind(verdict),
                ValidationWords.meaning(verdict),
                Objects.requireNonNull(view.at()),
                "/connectors/" + view.connectorId() + "/syncs/" + view.syncId(),
                tables,
                view.findings() == null,
                view.irregularities());
    }

    private static ValidationPage.Row row(Connector connector, ValidationView view) {
        Verdict verdict = Objects.requireNonNull(view.verdict());
        return new ValidationPage.Row(
                path(connector) + "/" + view.id(),
                Objects.requireNonNull(view.at()),
                ValidationWords.of(verdict),
                ValidationWords.kind(verdict),
                beside(view.assets()),
                beside(view.findings()),
                !view.id().equals(view.syncId()));
    }

    private static String beside(@Nullable Comparison part) {
        return part == null ? "not read" : Amount.text(part.vendor()) + " / " + Amount.text(part.inventory());
    }

    private static String path(Connector connector) {
        return "/connectors/" + connector.id() + "/validations";
    }
}
