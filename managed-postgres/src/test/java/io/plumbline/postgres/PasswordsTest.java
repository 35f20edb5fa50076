package io.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {

    @TempDir
    Path temporary;

    @Test
    void theyAreMadeOnceAndReadableByTheirOwnerAlone() throws Exception {
        Path file = temporary.resolve("pg.passwords");
        Passwords made = Passwords.readOrMake(file);

        assertThat(Passwords.readOrMake(file)).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(made.superuser()).isNotEqualTo(made.application()).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void theyDoNotShowInText() throws Exception {
        Passwords passwords = Passwords.readOrMake(temporary.resolve("pg.passwords"));

        assertThat(passwords.toString()).doesNotContain(passwords.superuser(), passwords.application());
    }
}
