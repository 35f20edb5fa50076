package io.plumbline.postgres;

import org.jspecify.annotations.Nullable;

/** The embedded database did not start: why, in a sentence, and what a person can do about it. */
public final class PostgresStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PostgresStartFailure reason;
    private final String remedy;

    PostgresStartException(PostgresStartFailure reason, String sentence, String remedy, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
        this.remedy = remedy;
    }

    PostgresStartException(PostgresStartFailure reason, String sentence, String remedy) {
        this(reason, sentence, remedy, null);
    }

    public PostgresStartFailure reason() {
        return reason;
    }

    /** What happened, in one sentence that names the folder. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
