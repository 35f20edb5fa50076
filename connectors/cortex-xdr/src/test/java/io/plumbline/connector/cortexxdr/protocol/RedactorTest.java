package io.plumbline.connector.cortexxdr.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RedactorTest {

    private static final String KEY = "Ab3/xY\"z90123456789abcdefghijKLMNOP";
    private final Redactor redactor = new Redactor(KEY);

    @Test
    void theKeyGoesInEveryFormAnEchoTakes() {
        for (String form : new String[] {
            KEY,
            KEY.toUpperCase(Locale.ROOT),
            KEY.replace("\"", "\\\""),
            KEY.replace("/", "\\/"),
            URLEncoder.encode(KEY, StandardCharsets.UTF_8),
            Base64.getEncoder().withoutPadding().encodeToString(KEY.getBytes(StandardCharsets.UTF_8))
        }) {
            assertThat(redactor.redact("Authorization: " + form + " was refused"))
                    .isEqualTo("Authorization: [redacted] was refused");
        }
    }

    @Test
    void theKeyGoesWhereverItStandsInWhatWasEncoded() {
        for (String before : new String[] {"", "a", "ab", "abc"}) {
            byte[] sent = (before + KEY + "\r\nAccept: */*").getBytes(StandardCharsets.UTF_8);

            String shown = redactor.redact(Base64.getEncoder().encodeToString(sent));

            // A few characters at its edges hold bits of its neighbours too.
            String secret = Base64.getEncoder().encodeToString(sent);
            assertThat(shown).contains("[redacted]").doesNotContain(secret.substring(8, 20));
        }
    }

    @Test
    void theKeyGoesInHexadecimal() {
        String hexadecimal = HexFormat.of().formatHex(KEY.getBytes(StandardCharsets.UTF_8));

        assertThat(redactor.redact("dump " + hexadecimal)).isEqualTo("dump [redacted]");
    }

    @Test
    void aKeyGoesHoweverItIsBrokenIntoLines() {
        assertThat(redactor.redact("echo " + KEY.substring(0, 7) + "\r\n  " + KEY.substring(7) + " end"))
                .isEqualTo("echo [redacted] end");
    }

    @Test
    void aKeyGoesWhoseCharactersAreEscapedByNumber() {
        String escaped = KEY.chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining());

        assertThat(redactor.redact("echo " + escaped)).isEqualTo("echo [redacted]");
        assertThat(redactor.redact("echo " + KEY.replace("/", "\\u002f"))).isEqualTo("echo [redacted]");
    }

    @Test
    void aKeyThatIsCutOffGoesToo() {
        assertThat(redactor.redact("echo " + KEY.substring(0, 20))).isEqualTo("echo [redacted]");
    }

    @Test
    void theHashOfAnAdvancedKeyGoes() {
        assertThat(redactor.redact("Authorization: " + "0a".repeat(32))).isEqualTo("Authorization: [redacted]");
    }

    @Test
    void aLineHasNoBreaksAndAnEnd() {
        assertThat(redactor.line("a\r\nb\u2028c" + "x".repeat(50), 10)).isEqualTo("a b cxxxxx…");
    }
}
