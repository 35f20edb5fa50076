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
import io.plumbline.server.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The form of a new connector. */
@Needs(Permission.ADMINISTER)
@PageController
@RequestMapping("/connectors")
class NewConnectorPages {

    private final ConnectorTypes types;
    private final ConnectorChanges changes;
    private final FormPages forms;
    private final Pages pages;

    NewConnectorPages(ConnectorTypes types, ConnectorChanges changes, FormPages forms, Pages pages) {
        this.types = types;
        this.changes = changes;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/new")
    View form(@RequestParam(required = false) @Nullable String type) {
        if (type == null) {
            return Redirects.to("/connectors/library");
        }
        ConnectorDescriptor known = typeOf(type);
        return page(HttpStatus.OK, known, FormValues.fresh(known), new FieldErrors(), null);
    }

    /** Creates and starts the first sync at once. */
    @PostMapping("/new")
    View create(@RequestParam String type, @RequestParam MultiValueMap<String, String> fields) {
        ConnectorDescriptor known = typeOf(type);
        FormValues values = FormValues.sent(fields);
        try {
            Connector created = changes.create(FormBody.creation(known, values), true);
            return Redirects.to(ConnectorHeader.pathOf(created.id()));
        } catch (InvalidInput invalid) {
            return page(HttpStatus.BAD_REQUEST, known, values, invalid.errors(), null);
        } catch (Conflict conflict) {
            FormMessage refused = FormMessage.refused(String.valueOf(conflict.getMessage()));
            return page(HttpStatus.CONFLICT, known, values, new FieldErrors(), refused);
        }
    }

    /** What will happen, while the form is being filled in. */
    @PostMapping("/summary")
    View summary(@RequestParam String type, @RequestParam MultiValueMap<String, String> fields) {
        return pages.page(
                Section.CONNECTORS,
                "Summary",
                "connector/summarypart",
                new SummaryPart(forms.summary(typeOf(type), FormValues.sent(fields))));
    }

    private View page(
            HttpStatus status,
            ConnectorDescriptor type,
            FormValues values,
            FieldErrors errors,
            @Nullable FormMessage message) {
        return pages.page(
                status,
                Section.CONNECTORS,
                "New connector: " + type.name(),
                "connector/form",
                forms.creation(type, values, errors, message));
    }

    private ConnectorDescriptor typeOf(String id) {
        return types.find(id)
                .orElseThrow(() -> new NotFound("There is no connector type with the id %s.".formatted(id)))
                .descriptor();
    }
}
