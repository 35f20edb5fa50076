package io.plumbline.server.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.platform.lifecycle.StartRefusedException;
import io.plumbline.server.platform.secret.KeyRotation.Rotated;
import io.plumbline.server.platform.secret.KeyRotation.Rotated.Finished;
import io.plumbline.server.platform.secret.KeyRotation.Rotated.InFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The master key is changed under a running server, also by a command that is killed before or after its transaction. */
class KeyRotationTest extends KeyRotationWorld {

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
                        await(together);
                        return rotation().rotate(changes::incrementAndGet);
                    }))
                    .toList();
            together.countDown();
            for (Future<Rotated> rotation : rotations) {
                outcome(rotation);
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
            await(changing);
            Future<?> sealing = threads.submit(() -> keep(running, "1/apiKey"));
            outcome(sealing);
            outcome(rotation);
        }

        assertThat(jdbc.sql("select sealed from kept")
                        .query((row, _) -> KeyRing.idOf(row.getBytes(1)))
                        .single())
                .isEqualTo(currentKey());
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

    /** A cookie with a made-up id has the keys looked for, wherever that leads. */
    @Test
    void somethingMadeUpDoesNotOpenAndTakesNoKeyAway() throws IOException {
        SecretBox running = server();
        byte[] sealed = running.seal("1/apiKey", API_KEY);
        byte[] strange = sealed.clone();
        strange[2] ^= 1;
        Path file = folder.resolve("master.key");
        Files.writeString(file, MasterKey.random().base64());
        for (String permissions : List.of("rw-------", "rw-r--r--")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            assertThatThrownBy(() -> running.open("1/apiKey", strange))
                    .as(permissions)
                    .isInstanceOf(UnreadableSecretException.class);
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
}
