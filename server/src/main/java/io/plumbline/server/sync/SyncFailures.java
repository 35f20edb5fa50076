package io.plumbline.server.sync;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.server.inventory.FencedException;
import io.plumbline.server.platform.secret.UnreadableSecretException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ended a run into what a person reads. */
final class SyncFailures {

    private static final Logger LOG = LoggerFactory.getLogger(SyncFailures.class);

    static final String FENCED = "Another run became the writer of this connector's inventory.";

    private static final SyncError SECRET_UNREADABLE = new SyncError(
            ErrorCode.SECRET_UNREADABLE,
            "A stored secret of this connector does not open with the master key of this server.",
            "Give the server the key that it was sealed with, or enter the secret again in the configuration; nothing was changed.",
            null);

    private SyncFailures() {}

    static SyncError of(Throwable failure, long syncId) {
        return switch (failure) {
            case ConnectorException e -> new SyncError(e.code(), e.sentence(), e.remedy(), e.detail());
            case MassChangeStopped e -> {
                LOG.warn("sync {} was stopped: {}", syncId, e.error().message());
                yield e.error();
            }
            case FencedException e -> SyncError.interrupted(FENCED);
            case UnreadableSecretException e -> reported(SECRET_UNREADABLE, e, syncId);
            case InterruptedException e -> SyncError.interrupted("The sync was interrupted.");
            default ->
                ofDatabase(failure)
                        .map(error -> reported(error, failure, syncId))
                        .orElseGet(() -> internal(failure, syncId));
        };
    }

    private static Optional<SyncError> ofDatabase(Throwable failure) {
        if (causes(failure).anyMatch(SyncFailures::outOfSpace)) {
            return Optional.of(new SyncError(
                    ErrorCode.STORAGE_FULL,
                    "The database has no room left on its disk.",
                    "Free space where the database lies and sync again; nothing was changed.",
                    null));
        }
        if (causes(failure).anyMatch(SyncFailures::connectionLost)) {
            return Optional.of(new SyncError(
                    ErrorCode.DATABASE_UNAVAILABLE,
                    "The connection to the database was lost.",
                    "See that the database runs and can be reached, and sync again; nothing was changed.",
                    null));
        }
        return Optional.empty();
    }

    private static boolean outOfSpace(Throwable cause) {
        if (cause instanceof SQLException e && e.getSQLState() != null) {
            // 53100 disk full; 53200 is memory and is not meant.
            return e.getSQLState().equals("53100");
        }
        return cause instanceof IOException
                && cause.getMessage() != null
                && cause.getMessage().toLowerCase(Locale.ROOT).contains("no space left");
    }

    private static boolean connectionLost(Throwable cause) {
        if (cause instanceof SQLTransientConnectionException) {
            return true;
        }
        String state = cause instanceof SQLException e ? e.getSQLState() : null;
        // Class 08 connection; 57P01 to 57P03 the server goes down or comes up; 25P03 it closed an idle transaction.
        return state != null && (state.startsWith("08") || state.startsWith("57P0") || state.equals("25P03"));
    }

    private static SyncError reported(SyncError error, Throwable failure, long syncId) {
        LOG.warn("sync {} ended with {}", syncId, error.code(), failure);
        return error;
    }

    /** The stack trace is for the operator; the person gets a number that finds it. */
    private static SyncError internal(Throwable failure, long syncId) {
        String incident = UUID.randomUUID().toString();
        LOG.error("sync {} failed, incident {}", syncId, incident, failure);
        return new SyncError(
                ErrorCode.INTERNAL,
                "Something went wrong inside Plumbline (incident " + incident + ").",
                "Look for the incident's number in the server's log, and report it with what stands there.",
                null);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, (@Nullable Throwable cause) -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
