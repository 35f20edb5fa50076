package io.plumbline.connector.cortexxdr.protocol;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the tenant, or the way to it, did to a call. */
public final class VendorException extends ConnectorException {

    private static final long serialVersionUID = 1L;

    /** What a call may be answered with besides a result. */
    public enum Kind {
        /** The name has no address. */
        UNRESOLVED,
        /** The operator's rules forbid the address. */
        FORBIDDEN,
        /** No whole reply came. */
        NO_REPLY,
        /** The tenant, or something in front of it, refused. */
        REFUSED,
        /** A 2xx reply that cannot be read. */
        UNREADABLE
    }

    private final Kind kind;
    private final int status;
    private final boolean retryable;
    private final @Nullable Instant dated;

    VendorException(
            Kind kind,
            int status,
            boolean retryable,
            ErrorCode code,
            String message,
            String remedy,
            @Nullable String detail,
            @Nullable Throwable cause,
            @Nullable Instant dated) {
        super(code, message, remedy, detail, cause);
        this.kind = kind;
        this.status = status;
        this.retryable = retryable;
        this.dated = dated;
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status, or the one an envelope inside a 200 stands for; 0 where no reply came. */
    public int status() {
        return status;
    }

    /** What the tenant's clock showed, where it refused and said so. */
    public Optional<Instant> dated() {
        return Optional.ofNullable(dated);
    }

    /** Whether the tenant already runs as many queries as it allows, which it says with a 500. */
    public boolean isOverParallelQueries() {
        return kind == Kind.REFUSED && code() == ErrorCode.RATE_LIMITED && status != 429;
    }

    boolean retryable() {
        return retryable;
    }
}
