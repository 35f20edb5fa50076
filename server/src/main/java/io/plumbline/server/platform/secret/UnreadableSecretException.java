package io.plumbline.server.platform.secret;

import java.io.Serial;

/** Something sealed does not open: its key is not here, it was sealed for another place, or it was changed. Nothing is lost by that. */
public final class UnreadableSecretException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    /** @param place where it is kept, never what it holds */
    UnreadableSecretException(String place, Throwable why) {
        super("the secret at " + place + " does not open", why);
    }
}
