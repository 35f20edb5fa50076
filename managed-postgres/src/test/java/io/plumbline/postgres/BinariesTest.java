package io.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinariesTest {

    @TempDir
    Path temporary;

    @Test
    void anInterruptedUnpackingIsDoneAnewAndAFinishedOneIsNot() throws Exception {
        Path usual = Binaries.unpackedIn(Fixture.BINARIES).folder();
        Path unfinished = temporary.resolve(usual.getFileName() + ".unfinished");
        Files.createDirectories(unfinished.resolve("bin"));
        Files.writeString(unfinished.resolve("bin/postgres"), "half");

        Binaries first = Binaries.unpackedIn(temporary);
        Object modified = Files.getLastModifiedTime(first.postgres());
        Object file = Files.getAttribute(first.postgres(), "unix:ino");
        Binaries second = Binaries.unpackedIn(temporary);

        assertThat(unfinished).doesNotExist();
        assertThat(first.postgres()).isExecutable().hasSize(Files.size(usual.resolve("bin/postgres")));
        assertThat(second).isEqualTo(first);
        assertThat(Files.getAttribute(second.postgres(), "unix:ino")).isEqualTo(file);
        assertThat(modified).isEqualTo(Files.getLastModifiedTime(second.postgres()));
    }

    @ParameterizedTest
    @CsvSource({"Linux, amd64, LINUX_AMD64", "Linux, aarch64, LINUX_ARM64", "Mac OS X, aarch64, MACOS_ARM64"})
    void aSupportedPlatformIsKnown(String name, String processor, Platform platform) {
        assertThat(Platform.of(name, processor)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, riscv64", "Mac OS X, x86_64"})
    void anyOtherIsRefusedWithTheWayOut(String name, String processor) {
        assertThatExceptionOfType(PostgresStartException.class)
                .isThrownBy(() -> Platform.of(name, processor))
                .withMessageContaining(processor)
                .satisfies(failure -> {
                    assertThat(failure.reason()).isEqualTo(PostgresStartFailure.UNSUPPORTED_PLATFORM);
                    assertThat(failure.remedy()).contains("PLUMBLINE_DATABASE_URL");
                });
    }
}
