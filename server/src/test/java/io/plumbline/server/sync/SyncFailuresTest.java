package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class SyncFailuresTest {

    @Test
    void fullDiskIsStorageFullHoweverDeepItLies() {
        assertThat(code(new DataAccessResourceFailureException("copy", new SQLException("no room", "53100"))))
                .isEqualTo(ErrorCode.STORAGE_FULL);
        assertThat(code(new UncheckedIOException(new IOException("No space left on device"))))
                .isEqualTo(ErrorCode.STORAGE_FULL);
    }

    @Test
    void lostConnectionIsDatabaseUnavailable() {
        for (String state : new String[] {"08006", "08001", "57P01", "57P03", "25P03"}) {
            assertThat(code(new DataAccessResourceFailureException("gone", new SQLException("gone", state))))
                    .as(state)
                    .isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
        }
        assertThat(code(new CannotCreateTransactionException(
                        "pool", new SQLTransientConnectionException("Connection is not available"))))
                .isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
    }

    @Test
    void anythingElseIsInternalAndTellsNothingOfItsInside() {
        SyncError error = SyncFailures.of(new IllegalStateException("a key"), 1);

        assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(error.message() + error.remedy()).contains("incident").doesNotContain("a key");
        assertThat(error.detail()).isNull();
    }

    private static ErrorCode code(Throwable failure) {
        return SyncFailures.of(failure, 1).code();
    }
}
