package io.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTroubleTest {

    @TempDir
    Path temporary;

    @Test
    void aDataFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatExceptionOfType(PostgresStartException.class)
                .isThrownBy(() -> ManagedPostgres.start(Fixture.options(file.resolve("data"))))
                .withMessageContaining(file.resolve("data").toString())
                .satisfies(
                        failure -> assertThat(failure.reason()).isEqualTo(PostgresStartFailure.DATA_FOLDER_UNUSABLE));
    }

    @Test
    void tooLittleSpaceForANewDatabaseIsSaidBeforeAnythingIsWritten() {
        assertThatExceptionOfType(PostgresStartException.class)
                .isThrownBy(() -> FolderTrouble.requireSpace(temporary, Long.MAX_VALUE))
                .withMessageContaining(temporary.toString())
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(PostgresStartFailure.DISK_FULL));
    }
}
