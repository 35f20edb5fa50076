package io.plumbline.server.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class MasterKeyArchiveTest {

    @TempDir
    Path folder;

    private MasterKeyArchive archive;

    @BeforeEach
    void open() {
        archive = new MasterKeyArchive(
                new Settings(new MockEnvironment().withProperty("plumbline.data", folder.toString())));
    }

    @Test
    void noKeyIsEverDestroyedHoweverOftenOneRestores() throws Exception {
        List<String> keys = List.of(key(), key(), key());
        for (String key : keys) {
            archive.install(key.getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(text("master.key.before-restore")).isEqualTo(keys.get(0));
        assertThat(text("master.key.before-restore-2")).isEqualTo(keys.get(1));
        assertThat(text("master.key")).isEqualTo(keys.get(2));
    }

    @Test
    void theSameKeyStaysWhereItIs() throws Exception {
        String key = key();
        archive.install(key.getBytes(StandardCharsets.US_ASCII));
        archive.install(key.getBytes(StandardCharsets.US_ASCII));

        assertThat(text("master.key")).isEqualTo(key);
        assertThat(folder.resolve("master.key.before-restore")).doesNotExist();
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> MasterKeyArchive.check("not a key".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("the archive")
                .hasMessageNotContaining("not a key");
    }

    private static String key() {
        return MasterKey.random().base64();
    }

    private String text(String name) throws Exception {
        return Files.readString(folder.resolve(name)).strip();
    }
}
