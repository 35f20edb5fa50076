package io.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledServerTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path temporary;

    @Test
    void itsDatabaseEndsWithItAndTheNextStartHasAllThatWasCommitted() throws Exception {
        Path data = temporary.resolve("data");
        ProcessHandle postmaster;
        try (ServerUnderTest server = ServerUnderTest.launch(data).awaitReady()) {
            server.query("create table kept as select 42 as answer");
            postmaster = Fixture.postmaster(data);
            server.kill();
        }
        assertThat(postmaster.onExit()).succeedsWithin(LONG);
        try (ManagedPostgres next = ManagedPostgres.start(Fixture.options(data))) {
            assertThat(Fixture.query(next, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void theNextStartNeedNotWaitForTheOldDatabaseToEnd() throws Exception {
        Path data = temporary.resolve("data");
        try (ServerUnderTest server = ServerUnderTest.launch(data).awaitReady()) {
            server.query("create table kept as select 42 as answer");
            server.kill();
            try (ManagedPostgres next = ManagedPostgres.start(Fixture.options(data))) {
                assertThat(Fixture.query(next, "select answer from kept")).isEqualTo("42");
            }
        }
    }

    @Test
    void aFirstStartKilledAtAnyMomentIsMadeUpByTheNext() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path data = temporary.resolve("data");
        for (int round = 0; round < 6; round++) {
            try (ServerUnderTest server = ServerUnderTest.launch(data)) {
                server.awaitEnd(random.nextInt(200, 2500));
                server.kill();
            }
        }
        try (ManagedPostgres next = ManagedPostgres.start(Fixture.options(data))) {
            assertThat(Fixture.query(next, "select 1")).isEqualTo("1");
        }
        try (var entries = Files.list(data)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("pg", "pg.lock", "pg.passwords");
        }
    }

    @Test
    void theDatabaseKilledUnderTheServerIsToldAndStartsAgainWithItsData() throws Exception {
        Path data = temporary.resolve("data");
        try (ManagedPostgres postgres = ManagedPostgres.start(Fixture.options(data))) {
            Fixture.query(postgres, "create table kept as select 42 as answer");
            Fixture.postmaster(data).destroyForcibly();

            assertThat(postgres.onExit()).succeedsWithin(LONG).isEqualTo(128 + 9);
        }
        try (ManagedPostgres next = ManagedPostgres.start(Fixture.options(data))) {
            assertThat(Fixture.query(next, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSignalToTheWholeProcessGroupEndsTheServerFirstAndThenItsDatabase() throws Exception {
        Path data = temporary.resolve("data");
        // As Ctrl-C at a terminal does, but with TERM: a build in the background starts its children with INT ignored.
        try (ServerUnderTest server = ServerUnderTest.launch(
                        List.of("setsid"), ServerUnderTest.classPath(), data, Fixture.BINARIES)
                .awaitReady()) {
            ProcessHandle postmaster = Fixture.postmaster(data);
            new ProcessBuilder("sh", "-c", "kill -s TERM -- -" + server.pid())
                    .start()
                    .waitFor();

            assertThat(server.awaitLine()).isEqualTo("LAST WORK 42");
            assertThat(server.awaitEnd()).isTrue();
            postmaster.onExit().get(30, TimeUnit.SECONDS);
            assertThat(data.resolve("pg/postmaster.pid")).doesNotExist();
        }
    }
}
