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
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

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
