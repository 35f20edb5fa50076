package io.plumbline.server.access.user;

import io.plumbline.server.access.user.UserStore.Listed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All users, and the form for one more.
 *
 * @param done what has just been done, as a sentence; empty: nothing
 */
public record UserListPage(List<Row> rows, String done, Entered entered) {

    /**
     * @param external whether a provider vouches for the user
     * @param signedInAt for the last time; null: never yet
     * @param sessions in how many places now
     */
    public record Row(
            String href,
            String name,
            Role role,
            boolean external,
            Instant createdAt,
            @Nullable Instant signedInAt,
            int sessions) {

        static Row of(Listed listed) {
            return new Row(
                    UserPages.PATH + "/" + listed.user().id(),
                    listed.user().name(),
                    listed.user().role(),
                    listed.user().isExternal(),
                    listed.createdAt(),
                    listed.signedInAt(),
                    listed.sessions());
        }
    }

    /** What somebody has entered that could not be taken; never a password. */
    public record Entered(String name, Role role, Map<String, String> errors) {

        static final Entered NOTHING = new Entered("", Role.VIEWER, Map.of());

        public @Nullable String error(String field) {
            return errors.get(field);
        }
    }

    public int shortestPassword() {
        return NewPassword.SHORTEST;
    }
}
