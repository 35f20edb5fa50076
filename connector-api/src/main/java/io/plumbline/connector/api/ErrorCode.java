package io.plumbline.connector.api;

/** Every way a sync can fail. The names are part of the public API. */
public enum ErrorCode {
    AUTHENTICATION_FAILED,
    PERMISSION_DENIED,
    LICENSE_MISSING,
    ENDPOINT_LIMIT_EXCEEDED,
    QUERY_QUOTA_EXCEEDED,
    QUERY_FAILED,
    RATE_LIMITED,
    VENDOR_UNAVAILABLE,
    VENDOR_TIMEOUT,
    INVALID_RESPONSE,
    INCOMPLETE_RESPONSE,
    CONNECTION_FAILED,
    TLS_FAILED,
    MASS_CHANGE_GUARD,
    STORAGE_FULL,
    DATABASE_UNAVAILABLE,
    CANCELLED,
    INTERRUPTED,
    /** What was stored cannot be decrypted. */
    SECRET_UNREADABLE,
    INTERNAL
}
