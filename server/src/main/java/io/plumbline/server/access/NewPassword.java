package io.plumbline.server.access;

import io.plumbline.server.platform.web.FieldErrors;

/** What a password has to be like. Long, no more: rules on letters make people write passwords down. */
final class NewPassword {

    static final int SHORTEST = 8;

    /** Longer ones cost time to hash and nothing is gained. */
    static final int LONGEST = 1_000;

    private NewPassword() {}

    /** @param field where what is wrong with it is told */
    static void check(String field, String password, FieldErrors errors) {
        if (isTooShort(password)) {
            errors.add(field, "Must have " + SHORTEST + " characters or more.");
        } else if (password.length() > LONGEST) {
            errors.add(field, "Must have " + LONGEST + " characters or fewer.");
        }
    }

    static boolean isTooShort(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST;
    }
}
