package io.plumbline.server.platform.lifecycle;

import org.jspecify.annotations.Nullable;

/** The server cannot start, and a person can mend it. Shown as one line; carries no secret. */
public final class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param what one sentence: what is wrong
     * @param remedy one sentence: what to do
     */
    public StartRefusedException(String what, String remedy, @Nullable Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    public StartRefusedException(String what, String remedy) {
        this(what, remedy, null);
    }

    public String remedy() {
        return remedy;
    }
}
