package io.plumbline.server.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a user changes the password. It never shows what was entered.
 *
 * @param errors by field
 */
public record PasswordForm(Map<String, String> errors) {

    static final PasswordForm EMPTY = new PasswordForm(Map.of());

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public int shortest() {
        return NewPassword.SHORTEST;
    }

    public int longest() {
        return NewPassword.LONGEST;
    }
}
