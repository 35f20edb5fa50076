package io.plumbline.server.access.signin;

import java.io.Serial;
import org.springframework.security.authentication.AccountStatusException;

/** Somebody is not let in, whoever they are. No other way of signing in is tried after it. */
final class SignInRefusedException extends AccountStatusException {

    @Serial
    private static final long serialVersionUID = 1;

    private final SignInTrouble trouble;

    /** @param sentence for the operator, with what the page does not tell */
    SignInRefusedException(SignInTrouble trouble, String sentence) {
        super(sentence);
        this.trouble = trouble;
    }

    SignInTrouble trouble() {
        return trouble;
    }
}
