package io.plumbline.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TookTest {

    @ParameterizedTest
    @CsvSource({
        "PT-3S, 0.0 s",
        "PT0.299S, 0.2 s",
        "PT9.999S, 9.9 s",
        "PT10.9S, 10 s",
        "PT59.9S, 59 s",
        "PT60S, 1 min 00 s",
        "PT3M12S, 3 min 12 s",
        "PT59M59S, 59 min 59 s",
        "PT1H5M, 1 h 05 min",
        "PT27H, 27 h 00 min"
    })
    void lengthsAreRoundedDown(Duration length, String text) {
        assertThat(Took.text(length)).isEqualTo(text);
    }
}
