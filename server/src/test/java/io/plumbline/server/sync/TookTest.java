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
        "PT60S, 1:00 min",
        "PT3M12S, 3:12 min",
        "PT59M59S, 59:59 min",
        "PT1H5M, 1:05 h",
        "PT27H, 27:00 h"
    })
    void lengthsAreRoundedDown(Duration length, String text) {
        assertThat(Took.text(length)).isEqualTo(text);
    }
}
