package io.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AccountChoiceTest {

    private static final int NOBODY = 65534;

    @TempDir
    Path temporary;

    private Path reachable;

    @BeforeEach
    void makeAFolderThatEveryAccountReaches() throws IOException {
        reachable = Files.createDirectory(
                Path.of(System.getProperty("java.io.tmpdir"), "plumbline-reachable-" + System.nanoTime()));
        Files.setPosixFilePermissions(reachable, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void deleteIt() throws IOException {
        FileTree.delete(reachable);
    }

    @Test
    void asRootAnAccountIsTakenThatIsNotRootAndOwnsTheDatabase() throws Exception {
        assumeTrue(isRoot());
        Path data = reachable.resolve("data");
        try (ManagedPostgres postgres = ManagedPostgres.start(Fixture.options(data))) {
            assertThat(Fixture.query(postgres, "select 1")).isEqualTo("1");
            int uid = Account.ownerOf(data.resolve("pg")).uid();
            assertThat(uid).isNotZero();
            assertThat(Files.getAttribute(
                            Path.of("/proc/" + Fixture.postmaster(data).pid()), "unix:uid"))
                    .isEqualTo(uid);
        }
    }

    @Test
    void asRootTheOwnerOfTheDataFolderIsTakenIfThatIsNotRoot() throws Exception {
        assumeTrue(isRoot());
        Path data = Files.createDirectory(reachable.resolve("data"));
        FileTree.changeOwner(data, NOBODY, NOBODY);
        try (ManagedPostgres postgres = ManagedPostgres.start(Fixture.options(data))) {
            assertThat(Fixture.query(postgres, "select 1")).isEqualTo("1");
            for (String name : List.of("pg", "pg.lock", "pg.passwords")) {
                assertThat(Account.ownerOf(data.resolve(name)).uid()).as(name).isEqualTo(NOBODY);
            }
        }
    }

    @Test
    void asRootAFolderThatNoOtherAccountReachesWorksToo() throws Exception {
        assumeTrue(isRoot());
        // JUnit's folder has mode 700, as /root has.
        Path data = temporary.resolve("data");
        try (ManagedPostgres postgres = ManagedPostgres.start(Fixture.options(data))) {
            assertThat(Fixture.query(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void asRootADatabaseChangesHandsWhenAnotherAccountIsTaken() throws Exception {
        assumeTrue(isRoot());
        Path data = reachable.resolve("data");
        try (ManagedPostgres postgres = ManagedPostgres.start(Fixture.options(data))) {
            Fixture.query(postgres, "create table kept as select 42 as answer");
        }
        FileTree.changeOwner(data, NOBODY, NOBODY);
        FileTree.changeOwner(data.resolve("pg"), 0, 0);
        try (ManagedPostgres postgres = ManagedPostgres.start(Fixture.options(data))) {
            assertThat(Fixture.query(postgres, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void startedByAnOrdinaryUserItRunsAsThatUser() throws Exception {
        assumeTrue(isRoot(), "elsewhere every other test shows it");
        Path libraries = Files.createDirectory(reachable.resolve("libraries"));
        StringBuilder classPath = new StringBuilder();
        for (Path entry : ServerUnderTest.classPathEntries()) {
            Path copy = libraries.resolve(Integer.toString(classPath.length()));
            copy(entry, copy);
            classPath.append(copy).append(':');
        }
        Path data = Files.createDirectory(reachable.resolve("data"));
        FileTree.changeOwner(data, NOBODY, NOBODY);
        List<String> asNobody =
                Account.switchedTo(new Account.Owner(NOBODY, NOBODY)).prefix();

        ProcessHandle postmaster;
        try (ServerUnderTest server = ServerUnderTest.launch(
                        asNobody, classPath.toString(), data, data.resolve("postgres"))
                .awaitReady()) {
            server.query("create table kept as select 42 as answer");
            postmaster = Fixture.postmaster(data);
            assertThat(Files.getAttribute(Path.of("/proc/" + postmaster.pid()), "unix:uid"))
                    .isEqualTo(NOBODY);
            server.kill();
        }
        try (ServerUnderTest server = ServerUnderTest.launch(
                        asNobody, classPath.toString(), data, data.resolve("postgres"))
                .awaitReady()) {
            assertThat(postmaster.isAlive()).isFalse();
            assertThat(server.query("select answer from kept")).isEqualTo("42");
        }
        Path foreign = Files.createDirectory(reachable.resolve("of-root"));
        try (ServerUnderTest server =
                ServerUnderTest.launch(asNobody, classPath.toString(), foreign, foreign.resolve("postgres"))) {
            assertThat(server.awaitLine())
                    .startsWith("FAILED DATA_FOLDER_UNUSABLE")
                    .contains(foreign.toString());
        }
    }

    @Test
    void whereNoAccountWorksTheCommandThatHelpsIsNamed() throws Exception {
        DataFolder folder = DataFolder.create(temporary.resolve("data"));
        var choice = new AccountChoice(folder, Binaries.unpackedIn(Fixture.BINARIES));
        var absent = new Account("one", List.of("/no/such/program"), Optional.empty());
        var refused = new Account("two", List.of("sh", "-c", "echo not permitted; exit 1"), Optional.empty());

        assertThatExceptionOfType(PostgresStartException.class)
                .isThrownBy(() -> choice.firstThatWorks(List.of(absent, refused)))
                .withMessageContaining("two: not permitted")
                .satisfies(failure -> {
                    assertThat(failure.reason()).isEqualTo(PostgresStartFailure.NO_UNPRIVILEGED_USER);
                    assertThat(failure.remedy())
                            .contains("chown -R", folder.root().toString());
                });
    }

    private static boolean isRoot() throws Exception {
        return Command.run(List.of("id", "-u"), "", Duration.ofSeconds(10))
                .output()
                .equals("0");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var tree = Files.walk(from)) {
            tree.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
