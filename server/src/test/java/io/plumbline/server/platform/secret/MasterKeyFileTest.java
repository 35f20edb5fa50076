package io.plumbline.server.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
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

    /** Needs the right to mount a disk that is small enough to be full. */
    @Test
    void onAFullDiskNoDraftIsLeftAndItsNameIsTold() throws Exception {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", folder.toString()), "may mount");
        try {
            Files.write(folder.resolve("other"), new byte[4096]);

            assertThatThrownBy(() -> new MasterKeyFile(folder).make())
                    .isInstanceOfSatisfying(
                            StartRefusedException.class,
                            e -> assertThat(e.remedy()).contains("its disk has room"))
                    .hasMessageMatching(
                            ".* cannot be written to " + folder + "/master\\d+\\.new: .*[Nn]o space left.*");

            try (var left = Files.list(folder)) {
                assertThat(left).containsExactly(folder.resolve("other"));
            }
        } finally {
            run("umount", folder.toString());
        }
    }

    @Test
    void aFileThatCannotBearItsNameIsTheOneThatIsTold() throws IOException {
        MasterKeyFile file = new MasterKeyFile(folder);
        MasterKey old = file.make().all().getFirst();
        Path inTheWay = Files.createDirectories(folder.resolve("master.key.retired-" + Integer.toHexString(old.id()))
                .resolve("x"));

        assertThatThrownBy(() -> file.keepAside(old))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("cannot be written to " + inTheWay.getParent());
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
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
