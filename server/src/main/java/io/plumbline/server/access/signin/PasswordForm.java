package io.plumbline.server.access.signin;

import io.plumbline.server.access.user.NewPassword;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a user changes the password. It never shows what was entered.
 *
 * @param provider who keeps the user's password instead; null: nobody
 * @param changed whether it has just been done
 * @param errors by field
 */
public record PasswordForm(@Nullable String provider, boolean changed, Map<String, String> errors) {

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
