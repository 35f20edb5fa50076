package io.plumbline.server.access.token;

import io.plumbline.server.platform.secret.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token as a program sends it: {@code plbt_} and eight characters, by which it is found, then a secret of 256 bits. Whoever finds
 * one in a place where it does not belong can tell what it is, and which. {@link #toString} shows the prefix only.
 */
record TokenSecret(String prefix, String text) {

    private static final Pattern FORM = Pattern.compile("(plbt_[A-Za-z0-9]{8})_[A-Za-z0-9_-]{43}");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int PREFIX_LETTERS = 8;
    private static final int SECRET_BYTES = 32;

    static TokenSecret make(SecureRandom random) {
        StringBuilder prefix = new StringBuilder("plbt_");
        random.ints(PREFIX_LETTERS, 0, LETTERS.length()).forEach(at -> prefix.append(LETTERS.charAt(at)));
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new TokenSecret(
                prefix.toString(),
                prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** @return empty for what is no token of ours */
    static Optional<TokenSecret> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new TokenSecret(form.group(1), text)) : Optional.empty();
    }

    byte[] digest() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "TokenSecret[" + prefix + "]";
    }
}
