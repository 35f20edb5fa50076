package io.plumbline.server.access;

/** What a password has to be like. Long, no more: rules on letters make people write passwords down. */
final class NewPassword {

    static final int SHORTEST = 8;

    /** Longer ones cost time to hash and nothing is gained. */
    static final int LONGEST = 1_000;

    private NewPassword() {}

    static boolean isTooShort(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST;
    }
}
