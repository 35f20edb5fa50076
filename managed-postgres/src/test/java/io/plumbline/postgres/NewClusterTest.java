package io.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewClusterTest {

    @TempDir
    Path temporary;

    @Test
    void anUnfinishedInitialisationIsThrownAway() throws Exception {
        Path left = Files.createDirectories(temporary.resolve("pg.new123/cluster"));
        Files.writeString(left.resolve("PG_VERSION"), "18\n");

        try (ManagedPostgres postgres = ManagedPostgres.start(Fixture.options(temporary))) {
            assertThat(left).doesNotExist();
            assertThat(Fixture.query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFailedInitialisationSaysWhyAndLeavesNothing() throws Exception {
        DataFolder folder = DataFolder.create(temporary.resolve("data"));
        var refusing =
                new Account("a refusing account", List.of("sh", "-c", "echo out of luck; exit 3"), Optional.empty());
        var cluster = new NewCluster(folder, Binaries.unpackedIn(Fixture.BINARIES), refusing);

        assertThatExceptionOfType(PostgresStartException.class)
                .isThrownBy(() -> cluster.make(new Passwords("one", "two"), Duration.ofSeconds(10)))
                .withMessageContaining("out of luck")
                .withMessageContaining(folder.root().toString())
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(PostgresStartFailure.INITDB_FAILED));
        assertThat(folder.root()).isEmptyDirectory();
    }
}
