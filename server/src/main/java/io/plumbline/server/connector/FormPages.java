package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorDescriptor;
import io.plumbline.connector.api.Setting;
import io.plumbline.server.platform.web.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Puts together what the page with a connector's form shows, be it new or stored, sound or not. Safe for many threads. */
@Component
class FormPages {

    private final ConnectorForm form;
    private final ConnectorChanges changes;
    private final ConnectorHeaders headers;
    private final ConfigurationTab tab;

    FormPages(ConnectorForm form, ConnectorChanges changes, ConnectorHeaders headers, ConfigurationTab tab) {
        this.form = form;
        this.changes = changes;
        this.headers = headers;
        this.tab = tab;
    }

    FormPage creation(ConnectorDescriptor type, FormValues values, FieldErrors errors, @Nullable FormMessage message) {
        FormSections sections = new FormSections(type, values, errors.byField(), changes.freeName(type, 0), false);
        return new FormPage(FormTarget.creating(type), null, sections, summary(type, values), message);
    }

    FormPage change(
            ConnectorDescriptor type,
            Connector connector,
            FormValues values,
            FieldErrors errors,
            @Nullable FormMessage message) {
        String defaultName = changes.freeName(type, connector.id());
        return new FormPage(
                FormTarget.changing(type, connector),
                headers.of(connector, tab),
                new FormSections(type, values, errors.byField(), defaultName, true),
                summary(type, values),
                message);
    }

    /** Read as if it were new. Any secret will do: the summary tells nothing of it, and no other field is judged without one. */
    List<String> summary(ConnectorDescriptor type, FormValues values) {
        ObjectNode body = FormBody.creation(type, values);
        type.settings().stream()
                .filter(Setting::secret)
                .forEach(setting -> body.withObjectProperty("settings").put(setting.key(), "any"));
        FieldErrors errors = new FieldErrors();
        return form.read(body, errors)
                .map(draft -> FormSummary.of(draft, errors))
                .orElse(List.of());
    }
}
