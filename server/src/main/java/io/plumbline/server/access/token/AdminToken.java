package io.plumbline.server.access.token;

import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import io.plumbline.server.platform.secret.Sha256;
import java.security.MessageDigest;
import java.util.Optional;

/** The token of {@code PLUMBLINE_ADMIN_TOKEN}, kept as a digest only. Without the variable no token is right. */
final class AdminToken {

    private static final String VARIABLE = "PLUMBLINE_ADMIN_TOKEN";
    static final TokenOwner OWNER = new TokenOwner(null, VARIABLE);

    private static final int MINIMUM_LENGTH = 32;

    private final Optional<byte[]> digest;

    private AdminToken(Optional<byte[]> digest) {
        this.digest = digest;
    }

    static AdminToken of(Settings settings) {
        return new AdminToken(settings.find(VARIABLE).map(token -> {
            if (token.length() < MINIMUM_LENGTH) {
                throw new StartRefusedException(
                        VARIABLE + " has " + token.length() + " characters; a token that short can be guessed.",
                        "Set one of " + MINIMUM_LENGTH + " or more, such as from: openssl rand -hex 24");
            }
            return Sha256.of(token);
        }));
    }

    /** Takes the same time however much of a wrong token is right. */
    boolean matches(String token) {
        return digest.isPresent() && MessageDigest.isEqual(digest.get(), Sha256.of(token));
    }
}
