package io.plumbline.server.access.user;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One user to change.
 *
 * @param external whether a provider vouches for the user, and says the role
 * @param errors by field
 */
public record UserPage(String path, String name, Role role, boolean external, Map<String, String> errors) {

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public int shortestPassword() {
        return NewPassword.SHORTEST;
    }
}
