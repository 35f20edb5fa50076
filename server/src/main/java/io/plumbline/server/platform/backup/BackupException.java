package io.plumbline.server.platform.backup;

/** A backup or restore that could not be done; nothing was changed. Message and remedy are sentences for a person. */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    BackupException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    BackupException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
