package io.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterVersionTest {

    @TempDir
    Path temporary;

    @Test
    void dataOfAnotherMajorVersionIsRefusedAndLeftAsItIs() throws Exception {
        Path version = Files.createDirectory(temporary.resolve("pg")).resolve("PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatExceptionOfType(PostgresStartException.class)
                .isThrownBy(() -> ManagedPostgres.start(Fixture.options(temporary)))
                .withMessageContaining("17")
                .withMessageContaining("18")
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(PostgresStartFailure.WRONG_VERSION));
        assertThat(version).hasContent("17");
    }

    @Test
    void aFolderWithoutADatabaseIsFine() throws Exception {
        ClusterVersion.check(DataFolder.create(temporary), "18");
    }
}
