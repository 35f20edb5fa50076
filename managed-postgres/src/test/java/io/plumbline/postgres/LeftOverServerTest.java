package io.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LeftOverServerTest {

    @TempDir
    Path temporary;

    @Test
    void aDatabaseThatOutlivedItsServerAndItsWatcherIsStoppedNotAdopted() throws Exception {
        Path data = temporary.resolve("data");
        ProcessHandle postmaster;
        int oldPort;
        try (ServerUnderTest server = ServerUnderTest.launch(data).awaitReady()) {
            server.query("create table kept as select 42 as answer");
            postmaster = Fixture.postmaster(data);
            oldPort = Integer.parseInt(
                    Files.readAllLines(data.resolve("pg/postmaster.pid")).get(3));
            killAllBut(postmaster, ProcessHandle.of(server.pid()).orElseThrow());
            server.kill();
        }
        assertThat(postmaster.isAlive()).isTrue();

        try (ManagedPostgres next = ManagedPostgres.start(Fixture.options(data))) {
            assertThat(postmaster.isAlive()).isFalse();
            assertThat(next.port()).isNotEqualTo(oldPort);
            assertThat(Fixture.query(next, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aPidFileThatNamesSomebodyElsesProcessIsStale() throws Exception {
        Path data = temporary.resolve("data");
        ManagedPostgres.start(Fixture.options(data)).close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            List<String> lines =
                    List.of(Long.toString(stranger.pid()), data.resolve("pg").toString(), "1", "5432");
            Files.write(data.resolve("pg/postmaster.pid"), lines);

            try (ManagedPostgres next = ManagedPostgres.start(Fixture.options(data))) {
                assertThat(Fixture.query(next, "select 1")).isEqualTo("1");
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aPostgresOfAnotherFolderIsLeftAloneAlsoWhereACopiedPidFileNamesIt() throws Exception {
        Path original = temporary.resolve("original");
        Path copy = temporary.resolve("copy");
        ManagedPostgres.start(Fixture.options(copy)).close();
        try (ManagedPostgres running = ManagedPostgres.start(Fixture.options(original))) {
            Files.copy(original.resolve("pg/postmaster.pid"), copy.resolve("pg/postmaster.pid"));

            try (ManagedPostgres ofCopy = ManagedPostgres.start(Fixture.options(copy))) {
                assertThat(Fixture.query(running, "select 1")).isEqualTo("1");
                assertThat(Fixture.query(ofCopy, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void anEmptyOrGarbledPidFileIsStale() throws Exception {
        Path cluster = Files.createDirectory(temporary.resolve("pg"));
        for (String content : List.of("", "\n", "not a number\n", "-1\n", "99999999999999999999\n")) {
            Files.writeString(cluster.resolve("postmaster.pid"), content);
            new LeftOverServer(cluster, Duration.ofSeconds(1)).stop();
            assertThat(cluster.resolve("postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void closingStopsTheDatabaseAlsoWhereItsWatcherWasKilled() throws Exception {
        Path data = temporary.resolve("data");
        ProcessHandle postmaster;
        try (ManagedPostgres postgres = ManagedPostgres.start(Fixture.options(data))) {
            postmaster = Fixture.postmaster(data);
            killAllBut(postmaster, ProcessHandle.current());
            assertThat(postgres.onExit()).succeedsWithin(Duration.ofSeconds(30));
            assertThat(postmaster.isAlive()).isTrue();
        }
        assertThat(postmaster.isAlive()).isFalse();
    }

    private static void killAllBut(ProcessHandle spared, ProcessHandle server) {
        List<ProcessHandle> watchers = server.descendants()
                .filter(process -> process.info().command().orElse("").matches(".*/(da|ba)?sh"))
                .toList();
        assertThat(watchers).isNotEmpty().doesNotContain(spared);
        watchers.forEach(ProcessHandle::destroyForcibly);
    }
}
