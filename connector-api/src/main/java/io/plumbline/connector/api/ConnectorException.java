package io.plumbline.connector.api;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a person can act on. Message, remedy and detail carry no secret: whoever turns vendor bytes into text has
 * redacted them.
 */
public class ConnectorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String remedy;
    private final @Nullable String detail;

    /**
     * @param message one sentence: what happened
     * @param remedy one sentence: what to do
     * @param detail the payload behind it (status, headers without secrets, beginning of the body), or null
     */
    public ConnectorException(
            ErrorCode code, String message, String remedy, @Nullable String detail, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.remedy = remedy;
        this.detail = detail;
    }

    public ErrorCode code() {
        return code;
    }

    /** What happened, in one sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }

    public @Nullable String detail() {
        return detail;
    }
}
