package io.plumbline.postgres;

/** Why an embedded database can fail to start. */
public enum PostgresStartFailure {
    /** Another running server, or this one, holds the data folder. */
    LOCKED_BY_ANOTHER_SERVER,
    /** The data was written by another major version of PostgreSQL. */
    WRONG_VERSION,
    /** A PostgreSQL left by a killed server does not end, not even by SIGKILL. */
    STALE_SERVER_NOT_STOPPED,
    /** There are no binaries for this system and processor. */
    UNSUPPORTED_PLATFORM,
    /** Started as root, and no other account can be used. PostgreSQL refuses to run as root. */
    NO_UNPRIVILEGED_USER,
    /** A new database could not be made. */
    INITDB_FAILED,
    /** The data folder cannot be read or written. */
    DATA_FOLDER_UNUSABLE,
    /** No space is left on the data folder's disk. */
    DISK_FULL,
    /** PostgreSQL ended before it accepted a connection. */
    SERVER_ENDED,
    /** PostgreSQL runs but did not accept a connection in time. */
    TIMED_OUT,
    /** The starting thread was interrupted. */
    INTERRUPTED
}
