package io.plumbline.server.connector;

import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.Conflict;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What a person does to a connector beyond changing its settings. */
@Needs(Permission.ADMINISTER)
@PageController
@RequestMapping("/connectors/{id}")
class ConnectorActions {

    private static final IfMatch ANY = new IfMatch(null);

    private final Pages pages;
    private final Connectors connectors;
    private final ConnectorChanges changes;
    private final ConnectorStates states;

    ConnectorActions(Pages pages, Connectors connectors, ConnectorChanges changes, ConnectorStates states) {
        this.pages = pages;
        this.connectors = connectors;
        this.changes = changes;
        this.states = states;
    }

    /** @param list whether it was asked for in the list of connectors, to which it then leads back */
    @PostMapping("/enable")
    View enable(@PathVariable String id, @RequestParam(defaultValue = "false") boolean list) {
        return setEnabled(id, true, list);
    }

    /** As {@link #enable}. */
    @PostMapping("/disable")
    View disable(@PathVariable String id, @RequestParam(defaultValue = "false") boolean list) {
        return setEnabled(id, false, list);
    }

    private View setEnabled(String id, boolean enabled, boolean list) {
        Connector connector = changes.setEnabled(connectors.get(id).id(), ANY, enabled);
        return Redirects.to(list ? Section.CONNECTORS.path() : ConnectorHeader.pathOf(connector.id()));
    }

    @GetMapping("/delete")
    View askToDelete(@PathVariable String id) {
        return deletion(HttpStatus.OK, present(id), "", false);
    }

    /** @param name typed by the person; not that of the connector: nothing is deleted */
    @PostMapping("/delete")
    View delete(@PathVariable String id, @RequestParam(defaultValue = "") String name) {
        Connector connector = present(id);
        if (!DeletionPage.confirms(name, connector)) {
            return deletion(HttpStatus.BAD_REQUEST, connector, name, true);
        }
        changes.delete(connector.id(), ANY);
        return Redirects.to(Section.CONNECTORS.path());
    }

    private View deletion(HttpStatus status, Connector connector, String typed, boolean wrong) {
        return pages.page(
                status,
                Section.CONNECTORS,
                "Delete " + connector.name(),
                "connector/delete",
                DeletionPage.of(connector, states.of(connector).holdings(), typed, wrong));
    }

    private Connector present(String id) {
        Connector connector = connectors.get(id);
        if (connector.deleting()) {
            throw new Conflict("The connector is being deleted.");
        }
        return connector;
    }
}
