package io.plumbline.server.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.server.platform.database.MigratedDatabase;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class SecretBoxesTest {

    private static final Secret API_KEY = Secret.of("k3y");

    @TempDir
    private Path folder;

    private TestDatabase database;
    private SecretBoxes boxes;

    @BeforeEach
    void start() {
        database = MigratedDatabase.create();
        boxes = new SecretBoxes(JdbcClient.create(MigratedDatabase.source(database)));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void whatWasSealedOpensAfterARestartWithTheSameFile() {
        byte[] sealed = boxes.open(Optional.empty(), folder).seal("17/apiKey", API_KEY);

        assertThat(boxes.open(Optional.empty(), folder).open("17/apiKey", sealed))
                .isEqualTo(API_KEY);
    }

    @Test
    void whatWasSealedOpensAfterARestartWithTheSameGivenKey() {
        Optional<String> key = Optional.of(MasterKey.random().base64());
        byte[] sealed = boxes.open(key, folder).seal("17/apiKey", API_KEY);

        assertThat(boxes.open(key, folder).open("17/apiKey", sealed)).isEqualTo(API_KEY);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherKeyIsRefusedAndTheRightOneStillHolds() {
        Optional<String> right = Optional.of(MasterKey.random().base64());
        boxes.open(right, folder);
        Optional<String> wrong = Optional.of(MasterKey.random().base64());

        assertThatThrownBy(() -> boxes.open(wrong, folder))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("PLUMBLINE_MASTER_KEY is not the one")
                .hasMessageNotContaining(wrong.get());

        boxes.open(right, folder);
    }

    /** A command without the variable would change the key of the file, and the server would not have it. */
    @Test
    void aKeyFileBesideTheVariableIsWarnedOf(CapturedOutput log) {
        MasterKey key = new MasterKeyFile(folder).make().all().getFirst();

        boxes.open(Optional.of(key.base64()), folder);

        assertThat(log)
                .contains("keys in two places: PLUMBLINE_MASTER_KEY is used, and " + folder.resolve("master.key"))
                .contains("Move the file away");
    }

    @Test
    void oneOfTheTwoIsNotWarnedOf(CapturedOutput log) throws IOException {
        MasterKey key = new MasterKeyFile(folder).make().all().getFirst();
        boxes.open(Optional.empty(), folder);
        Files.delete(folder.resolve("master.key"));
        boxes.open(Optional.of(key.base64()), folder);

        assertThat(log).doesNotContain("keys in two places");
    }

    @Test
    void aMissingFileIsNotReplacedWhileSomethingIsSealed() throws IOException {
        boxes.open(Optional.empty(), folder);
        Files.delete(folder.resolve("master.key"));

        assertThatThrownBy(() -> boxes.open(Optional.empty(), folder))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("master.key is missing");
        assertThat(folder).isEmptyDirectory();
    }
}
