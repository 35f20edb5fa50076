package io.plumbline.server.access.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.platform.web.FieldErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "P@ssw0rd",
                "password123",
                "12345678",
                "qwertyuiop",
                "aaaaaaaaaaaaaaaa",
                "abcdefgh12345678",
                "plumbline",
                "Plumbline1",
                "cortexcortex",
                "grace.hopper",
                "GraceHopper1",
                "19841984",
                "letmein1"
            })
    void whatSomebodyWouldTryFirstIsRefused(String password) {
        assertThat(wrongWith(password)).startsWith("Is among the first that somebody would try.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "plumbline-demo-of-autumn",
                "k7#Qz!m2",
                "дождь идёт весь вечер",
                "        spaced out    words"
            })
    void othersAreTakenWhateverTheirLetters(String password) {
        assertThat(wrongWith(password)).isEmpty();
    }

    @Test
    void theLengthDecidesFirst() {
        assertThat(wrongWith("short")).isEqualTo("Must have 8 characters or more.");
        assertThat(wrongWith("x".repeat(1_001))).isEqualTo("Must have 1000 characters or fewer.");
        assertThat(wrongWith("correct horse battery ".repeat(40))).isEmpty();
    }

    private static String wrongWith(String password) {
        FieldErrors errors = new FieldErrors();
        NewPassword.check("password", password, "grace.hopper", errors);
        return errors.byField().getOrDefault("password", "");
    }
}
