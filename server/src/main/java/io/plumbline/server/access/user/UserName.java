package io.plumbline.server.access.user;

import io.plumbline.server.platform.web.FieldErrors;

/** What a user can be called. */
public final class UserName {

    /** As many as a session can tell its user by. */
    static final int LONGEST = 100;

    private UserName() {}

    public static String clean(String name) {
        return name.strip();
    }

    public static void check(String name, FieldErrors errors) {
        if (name.isEmpty()) {
            errors.add("name", "Is needed.");
        } else if (name.length() > LONGEST) {
            errors.add("name", "Must have " + LONGEST + " characters or fewer.");
        } else if (!name.matches("[\\p{L}\\p{M}\\p{N} ._@+'-]+")) {
            errors.add("name", "May have letters, digits, blanks and . _ @ + ' - only.");
        }
    }
}
