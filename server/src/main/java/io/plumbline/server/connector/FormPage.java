package io.plumbline.server.connector;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connector's form.
 *
 * @param header of a stored connector; null while it is made
 * @param summary what will happen, in sentences
 */
public record FormPage(
        FormTarget target,
        @Nullable ConnectorHeader header,
        FormSections form,
        List<String> summary,
        @Nullable FormMessage message) {

    /** Fields that no part of the page but their form may see, as htmx wants them listed. */
    public String secrets() {
        return Stream.concat(form.settings().stream(), form.way().stream())
                .filter(field -> field.kind() == FormField.Kind.SECRET)
                .map(FormField::name)
                .reduce("not _", (all, name) -> all + "," + name);
    }
}
