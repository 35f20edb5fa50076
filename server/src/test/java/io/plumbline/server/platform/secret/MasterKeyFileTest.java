package io.plumbline.server.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void aKeyIsMadeOnceForItsOwnerOnlyAndReadAgain() throws IOException {
        MasterKeyFile file = new MasterKeyFile(folder.resolve("data"));
        assertThat(file.read()).isEmpty();

        MasterKeys made = file.make();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(file.read().orElseThrow().text()).isEqualTo(made.text()).hasSize(45);
        try (var left = Files.list(folder.resolve("data"))) {
            assertThat(left).containsExactly(file.path());
        }
    }

    @Test
    void ofTwoThatMakeAKeyTheSlowerTakesTheFastersKey() {
        MasterKeys first = new MasterKeyFile(folder).make();
        MasterKeys second = new MasterKeyFile(folder).make();

        assertThat(second.text()).isEqualTo(first.text());
    }

    @Test
    void aKeyThatOthersMayReadIsRefusedWithTheCommandThatHelps() throws IOException {
        MasterKeyFile file = new MasterKeyFile(folder);
        file.make();
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(file::read)
                .isInstanceOfSatisfying(
                        StartRefusedException.class, e -> assertThat(e.remedy()).contains("chmod 600"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "dG9vIHNob3J0"})
    void aMalformedKeyIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> MasterKey.parse(text, "PLUMBLINE_MASTER_KEY"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("PLUMBLINE_MASTER_KEY")
                .satisfies(e -> assertThat(text.isEmpty()
                                || !String.valueOf(e.getMessage()).contains(text))
                        .isTrue());
    }
}
