package io.plumbline.server.access.user;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One user to change.
 *
 * @param tokens names of those that the user has made and that still open something
 * @param errors by field
 */
public record UserPage(
        String path, String name, Role role, Password password, List<String> tokens, Map<String, String> errors) {

    /** Whose the password is. */
    public enum Password {
        /** The provider vouches for the user, and says the role too. */
        OF_PROVIDER,
        /** Of who looks at the page. */
        OWN,
        /** An Administrator may give the user another one. */
        SETTABLE
    }

    /** Whether a provider vouches for the user, and says the role. */
    public boolean external() {
        return password == Password.OF_PROVIDER;
    }

    public boolean own() {
        return password == Password.OWN;
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public int shortestPassword() {
        return NewPassword.SHORTEST;
    }
}
