package io.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FolderLockTest {

    @TempDir
    Path temporary;

    @Test
    void aSecondServerOnTheFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        Path data = temporary.resolve("data");
        try (ServerUnderTest first = ServerUnderTest.launch(data).awaitReady()) {
            try (ServerUnderTest second = ServerUnderTest.launch(data)) {
                assertThat(second.awaitLine())
                        .startsWith("FAILED LOCKED_BY_ANOTHER_SERVER")
                        .contains(data.toRealPath().toString(), Long.toString(first.pid()));
            }
            assertThat(first.query("select 1")).isEqualTo("1");
        }
    }

    @Test
    void aSecondHolderInOneProcessIsRefusedWithoutLosingTheFirstOnesLock() throws Exception {
        DataFolder folder = DataFolder.create(temporary.resolve("data"));
        try (FolderLock first = FolderLock.acquire(folder)) {
            assertThat(first).isNotNull();
            assertThatExceptionOfType(PostgresStartException.class)
                    .isThrownBy(() -> FolderLock.acquire(folder))
                    .satisfies(failure ->
                            assertThat(failure.reason()).isEqualTo(PostgresStartFailure.LOCKED_BY_ANOTHER_SERVER));
            try (ServerUnderTest other = ServerUnderTest.launch(folder.root())) {
                assertThat(other.awaitLine()).startsWith("FAILED LOCKED_BY_ANOTHER_SERVER");
            }
        }
    }

    @Test
    void theLockIsFreeAgainAfterItIsClosed() throws Exception {
        DataFolder folder = DataFolder.create(temporary.resolve("data"));
        FolderLock.acquire(folder).close();
        FolderLock.acquire(folder).close();
    }
}
