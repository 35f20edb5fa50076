package io.plumbline.server.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.server.platform.database.MigratedDatabase;
import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import io.plumbline.server.platform.secret.KeyRotation.Rotated;
import io.plumbline.server.platform.secret.KeyRotation.Rotated.DoneBefore;
import io.plumbline.server.platform.secret.KeyRotation.Rotated.Finished;
import io.plumbline.server.platform.secret.KeyRotation.Rotated.InEnvironment;
import io.plumbline.server.platform.secret.KeyRotation.Rotated.InFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** The master key is changed under a running server, also by a command that is killed before or after its transaction. */
class KeyRotationTest {

    private static final Secret API_KEY = Secret.of("k3y");

    @TempDir
    private Path folder;

    private TestDatabase database;
    private JdbcClient jdbc;
    private TransactionTemplate transaction;

    @BeforeEach
    void start() {
        database = MigratedDatabase.create();
        DataSource source = MigratedDatabase.source(database);
        jdbc = JdbcClient.create(source);
        jdbc.sql("create table kept (place text primary key, sealed bytea)").update();
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aRunningServerOpensBeforeAndAfterAndSealsWithTheNewKey() {
        SecretBox running = server();
        keep(running, "1/apiKey");
        byte[] cookie = running.seal("browser", API_KEY);
        int old = currentKey();

        Rotated rotated = rotation().rotate(() -> {});

        assertThat(rotated)
                .isInstanceOfSatisfying(
                        InFile.class, done -> assertThat(done.resealed()).isEqualTo(1));
        assertThat(currentKey()).isNotEqualTo(old);
        assertThat(opened(running, "1/apiKey")).isEqualTo(API_KEY);
        keep(running, "2/apiKey");
        assertThat(jdbc.sql("select sealed from kept")
                        .query((row, _) -> KeyRing.idOf(row.getBytes(1)))
                        .list())
                .containsOnly(currentKey());
        assertThat(running.open("browser", cookie)).as("until a restart").isEqualTo(API_KEY);
        assertThatThrownBy(() -> server().open("browser", cookie))
                .as("what only a browser kept is void after it")
                .isInstanceOf(IllegalStateException.class);
        assertThat(opened(server(), "2/apiKey")).as("after a restart").isEqualTo(API_KEY);
    }

    @Test
    void theOldKeyIsKeptForItsOwnerAlone() throws IOException {
        server();
        String old = Files.readString(folder.resolve("master.key"));

        Rotated rotated = rotation().rotate(() -> {});

        assertThat(rotated).isInstanceOf(InFile.class);
        Path aside = ((InFile) rotated).aside().getFirst();
        assertThat(Files.readString(aside)).isEqualTo(old);
        assertThat(Files.readString(folder.resolve("master.key")))
                .isNotEqualTo(old)
                .hasSize(45);
        for (Path file : List.of(aside, folder.resolve("master.key"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).as("no draft is left").containsExactlyInAnyOrder(aside, folder.resolve("master.key"));
        }
    }

    @Test
    void whoFailsInTheMiddleChangesNothingAndTheNextRunTakesTheKeyThatWasMade() throws IOException {
        SecretBox running = server();
        keep(running, "1/apiKey");
        int old = currentKey();

        assertThatThrownBy(() -> rotation().rotate(() -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(currentKey()).isEqualTo(old);
        assertThat(opened(server(), "1/apiKey")).as("a start in between").isEqualTo(API_KEY);
        keep(running, "2/apiKey");
        MasterKeys both = new MasterKeyFile(folder).read().orElseThrow();
        assertThat(both.all()).hasSize(2);

        assertThat(rotation().rotate(() -> {}))
                .isInstanceOfSatisfying(
                        InFile.class, done -> assertThat(done.resealed()).isEqualTo(2));
        assertThat(currentKey()).isEqualTo(both.all().getLast().id());
        assertThat(opened(running, "1/apiKey")).isEqualTo(API_KEY);
    }

    @Test
    void whoIsKilledBeforeTheOldKeyIsPutAsideIsFinishedByTheNextRun() throws IOException {
        server();
        MasterKey old = new MasterKeyFile(folder).read().orElseThrow().all().getFirst();
        rotation().rotate(() -> {});
        MasterKey current = new MasterKeyFile(folder).read().orElseThrow().all().getFirst();
        new MasterKeyFile(folder).replace(MasterKeys.of(old, current)); // as it was when it was killed
        server();

        Rotated finished = rotation().rotate(() -> {
            throw new AssertionError("the key is not changed again");
        });

        assertThat(finished)
                .isInstanceOfSatisfying(
                        Finished.class, done -> assertThat(done.aside()).hasSize(1));
        assertThat(new MasterKeyFile(folder).read().orElseThrow().text())
                .isEqualTo(MasterKeys.of(current).text());
        assertThat(currentKey()).isEqualTo(current.id());
    }

    @Test
    void rotationsAtTheSameTimeWaitForEachOtherAndEveryKeyIsKept() throws Exception {
        SecretBox running = server();
        keep(running, "1/apiKey");
        CountDownLatch together = new CountDownLatch(1);
        AtomicInteger changes = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Rotated>> rotations = IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit(() -> {
                        together.await();
                        return rotation().rotate(changes::incrementAndGet);
                    }))
                    .toList();
            together.countDown();
            for (Future<Rotated> rotation : rotations) {
                rotation.get();
            }
        }

        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> !file.endsWith("master.key")))
                    .as("each key that sealed before")
                    .hasSize(changes.get());
        }
        assertThat(new MasterKeyFile(folder).read().orElseThrow().all()).hasSize(1);
        assertThat(opened(running, "1/apiKey")).isEqualTo(API_KEY);
        assertThat(opened(server(), "1/apiKey")).isEqualTo(API_KEY);
    }

    @Test
    void nothingIsSealedWithAKeyThatIsBeingRetired() throws Exception {
        SecretBox running = server();
        CountDownLatch changing = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Rotated> rotation = threads.submit(() -> rotation().rotate(() -> {
                changing.countDown();
                awaitSomebodyWaiting();
            }));
            changing.await();
            Future<?> sealing = threads.submit(() -> keep(running, "1/apiKey"));
            sealing.get();
            rotation.get();
        }

        assertThat(jdbc.sql("select sealed from kept")
                        .query((row, _) -> KeyRing.idOf(row.getBytes(1)))
                        .single())
                .isEqualTo(currentKey());
    }

    @Test
    void fromTheEnvironmentItNeedsBothKeysOnEveryServerFirst() {
        String old = MasterKey.random().base64();
        String next = MasterKey.random().base64();
        keep(server(old), "1/apiKey");

        assertThatThrownBy(() -> rotation(old).rotate(() -> {}))
                .isInstanceOfSatisfying(
                        StartRefusedException.class, e -> assertThat(e.remedy()).contains("OLD,NEW"))
                .hasMessageContaining("PLUMBLINE_MASTER_KEY holds no new key");

        assertThatThrownBy(() -> rotation(old + "," + old).rotate(() -> {}))
                .as("the same once more is no new key")
                .isInstanceOf(StartRefusedException.class);

        String both = old + "," + next;
        SecretBox running = server(both);
        assertThat(rotation(both).rotate(() -> {})).isEqualTo(new InEnvironment(1));
        assertThat(opened(running, "1/apiKey")).isEqualTo(API_KEY);
        assertThat(opened(server(next), "1/apiKey")).isEqualTo(API_KEY);
        assertThatThrownBy(() -> server(old))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("is not the one");
        int current = currentKey();
        assertThat(rotation(both).rotate(() -> {})).as("there is no newer one").isEqualTo(new DoneBefore());
        assertThat(currentKey()).isEqualTo(current);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withTheWrongKeyOrNoneNothingIsTouched() {
        keep(server(), "1/apiKey");
        int before = currentKey();
        String wrong = MasterKey.random().base64();

        assertThatThrownBy(() ->
                        rotation(wrong + "," + MasterKey.random().base64()).rotate(() -> {}))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageNotContaining(wrong);

        assertThat(currentKey()).isEqualTo(before);
        assertThat(opened(server(), "1/apiKey")).isEqualTo(API_KEY);
    }

    @Test
    void aSecretThatDoesNotOpenStopsTheRotationAndIsNamed() {
        SecretBox running = server();
        keep(running, "1/apiKey");
        jdbc.sql("update kept set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)")
                .update();
        int before = currentKey();

        assertThatThrownBy(() -> rotation().rotate(() -> {}))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("The secret at 1/apiKey");
        assertThat(currentKey()).isEqualTo(before);
    }

    @Test
    void aKeyFileThatIsGoneIsNotTakenForANewInstallation() throws IOException {
        server();
        Files.delete(folder.resolve("master.key"));

        assertThatThrownBy(() -> rotation().rotate(() -> {}))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("master.key is missing");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whereOnlyTheOldKeyCannotBePutAsideItSaysThatTheKeyIsChanged() throws IOException {
        SecretBox running = server();
        keep(running, "1/apiKey");
        int old = currentKey();
        Path inTheWay =
                Files.createDirectories(folder.resolve("master.key.retired-" + Integer.toHexString(old) + "/x"));

        assertThatThrownBy(() -> rotation().rotate(() -> {}))
                .isInstanceOfSatisfying(
                        StartRefusedException.class, e -> assertThat(e.remedy()).contains("run this again"))
                .hasMessageContaining("The master key is changed, and every secret (1) is sealed with it");
        assertThat(currentKey()).isNotEqualTo(old);
        assertThat(opened(server(), "1/apiKey")).isEqualTo(API_KEY);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");

        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        assertThat(rotation().rotate(() -> {})).isInstanceOf(Finished.class);
    }

    @Test
    void aServerWhoseEnvironmentHasOnlyTheOldKeySealsNothingWithItAndSaysWhy() {
        String old = MasterKey.random().base64();
        SecretBox stale = server(old);
        byte[] before = stale.seal("1/apiKey", API_KEY);

        rotation(old + "," + MasterKey.random().base64()).rotate(() -> {});

        assertThatThrownBy(() -> stale.seal("2/apiKey", API_KEY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not have the new one");
        assertThat(stale.open("1/apiKey", before)).isEqualTo(API_KEY);
    }

    @Test
    void somethingMadeUpDoesNotOpenAndTakesNoKeyAway() throws IOException {
        SecretBox running = server();
        byte[] sealed = running.seal("1/apiKey", API_KEY);
        byte[] strange = sealed.clone();
        strange[2] ^= 1;
        for (String permissions : List.of("rw-------", "rw-r--r--")) {
            Files.setPosixFilePermissions(folder.resolve("master.key"), PosixFilePermissions.fromString(permissions));
            assertThatThrownBy(() -> running.open("1/apiKey", strange)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(running.open("1/apiKey", sealed)).isEqualTo(API_KEY);
    }

    @Test
    void aDatabaseThatHasSealedNothingHasNoKeyToChange() {
        assertThatThrownBy(() -> rotation().rotate(() -> {}))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("no master key to change yet");
        assertThat(folder).isEmptyDirectory();
    }

    private SecretBox server(String... given) {
        return new SecretBoxes(jdbc).open(given.length == 0 ? Optional.empty() : Optional.of(given[0]), folder);
    }

    private KeyRotation rotation(String... given) {
        MockEnvironment environment = new MockEnvironment().withProperty("plumbline.data", folder.toString());
        if (given.length > 0) {
            environment.setProperty("plumbline.master-key", given[0]);
        }
        return new KeyRotation(jdbc, transaction, new Settings(environment), List.of(this::resealAll));
    }

    private void keep(SecretBox box, String place) {
        transaction.executeWithoutResult(_ -> jdbc.sql("insert into kept (place, sealed) values (:place, :sealed)")
                .param("place", place)
                .param("sealed", box.seal(place, API_KEY))
                .update());
    }

    private Secret opened(SecretBox box, String place) {
        return box.open(
                place,
                jdbc.sql("select sealed from kept where place = :place")
                        .param("place", place)
                        .query((row, _) -> row.getBytes(1))
                        .single());
    }

    private long resealAll(SealedRows.Resealing reseal) {
        List<String> places =
                jdbc.sql("select place from kept").query(String.class).list();
        places.forEach(place -> jdbc.sql("update kept set sealed = :sealed where place = :place")
                .param("place", place)
                .param(
                        "sealed",
                        reseal.apply(
                                place,
                                jdbc.sql("select sealed from kept where place = :place")
                                        .param("place", place)
                                        .query((row, _) -> row.getBytes(1))
                                        .single()))
                .update());
        return places.size();
    }

    private int currentKey() {
        return KeyRing.idOf(jdbc.sql("select sealed from secret_check")
                .query((row, _) -> row.getBytes(1))
                .single());
    }

    private void awaitSomebodyWaiting() {
        JdbcClient other = JdbcClient.create(MigratedDatabase.source(database));
        Awaitility.await("somebody who waits for a lock")
                .until(() -> other.sql("""
                                select exists (select from pg_stat_activity
                                               where datname = current_database() and wait_event_type = 'Lock')""").query(Boolean.class).single());
    }
}
