package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.server.platform.page.PageController;
import io.plumbline.server.platform.page.Pages;
import io.plumbline.server.platform.page.Section;
import io.plumbline.server.platform.permission.Needs;
import io.plumbline.server.platform.permission.Permission;
import io.plumbline.server.platform.web.Conflict;
import io.plumbline.server.platform.web.FieldErrors;
import io.plumbline.server.platform.web.InvalidInput;
import io.plumbline.server.platform.web.Stale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The form of a stored connector. */
@Needs(Permission.ADMINISTER)
@PageController
@RequestMapping("/connectors/{id}/configuration")
class ConfigurationPages {

    private final Connectors connectors;
    private final ConnectorTypes types;
    private final ConnectorChanges changes;
    private final ConnectorStates states;
    private final FormPages forms;
    private final Pages pages;

    ConfigurationPages(
            Connectors connectors,
            ConnectorTypes types,
            ConnectorChanges changes,
            ConnectorStates states,
            FormPages forms,
            Pages pages) {
        this.connectors = connectors;
        this.types = types;
        this.changes = changes;
        this.states = states;
        this.forms = forms;
        this.pages = pages;
    }

    /** @param saved present where the form was just saved */
    @GetMapping
    View form(@PathVariable String id, @RequestParam(required = false) @Nullable String saved) {
        Connector connector = present(id);
        ConnectorDescriptor type = types.get(connector.type()).descriptor();
        FormMessage message = saved == null ? null : FormMessage.saved();
        return page(HttpStatus.OK, type, connector, FormValues.of(type, connector), new FieldErrors(), message);
    }

    /**
     * @param sync whether a sync is to start now instead of at the next time of the schedule
     * @param revision what the form was made from
     */
    @PostMapping
    View save(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean sync,
            @RequestParam String revision,
            @RequestParam(defaultValue = "false") boolean confirmTenantChange,
            @RequestParam MultiValueMap<String, String> fields) {
        Connector connector = present(id);
        ConnectorDescriptor type = types.get(connector.type()).descriptor();
        FormValues values = FormValues.sent(fields);
        FieldErrors none = new FieldErrors();
        try {
            IfMatch condition = new IfMatch("\"" + revision + "\"");
            changes.change(connector.id(), condition, FormBody.patch(type, values), sync, confirmTenantChange);
            String path = ConnectorHeader.pathOf(connector.id());
            return Redirects.to(sync ? path : path + "/configuration?saved");
        } catch (InvalidInput invalid) {
            return page(HttpStatus.BAD_REQUEST, type, connector, values, invalid.errors(), null);
        } catch (Stale stale) {
            return page(HttpStatus.PRECONDITION_FAILED, type, connector, values, none, FormMessage.stale());
        } catch (UnconfirmedTenantChange asks) {
            FormMessage question = FormMessage.otherTenant(states.of(connector).holdings());
            return page(HttpStatus.CONFLICT, type, connector, values, none, question);
        } catch (Conflict conflict) {
            FormMessage refused = FormMessage.refused(String.valueOf(conflict.getMessage()));
            return page(HttpStatus.CONFLICT, type, connector, values, none, refused);
        }
    }

    private View page(
            HttpStatus status,
            ConnectorDescriptor type,
            Connector connector,
            FormValues values,
            FieldErrors errors,
            @Nullable FormMessage message) {
        return pages.page(
                status,
                Section.CONNECTORS,
                connector.name(),
                "connector/form",
                forms.change(type, connector, values, errors, message));
    }

    private Connector present(String id) {
        Connector connector = connectors.get(id);
        if (connector.deleting()) {
            throw new Conflict("The connector is being deleted.");
        }
        return connector;
    }
}
