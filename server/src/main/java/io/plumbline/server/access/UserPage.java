package io.plumbline.server.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One user to change.
 *
 * @param errors by field
 */
public record UserPage(String path, String name, Role role, Map<String, String> errors) {

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public int shortestPassword() {
        return NewPassword.SHORTEST;
    }
}
