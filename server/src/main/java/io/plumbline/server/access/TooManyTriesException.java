package io.plumbline.server.access;

import java.io.Serial;
import org.springframework.security.authentication.AccountStatusException;

/** Somebody has tried too often, or too many at once; this time nothing was compared. No other way of signing in is tried after it. */
final class TooManyTriesException extends AccountStatusException {

    @Serial
    private static final long serialVersionUID = 1;

    TooManyTriesException() {
        super("too many tries");
    }
}
