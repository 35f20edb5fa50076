package io.plumbline.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleLineTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                '\n', '\r', '\t', 0, 0x7F, 0x85, 0x2028, 0x2029, 0xD800, 0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066,
                0x2069
            })
    void whatMovesTheRestIsReplacedAndNoPartOfALine(int character) {
        String text = "a" + Character.toString(character) + "b";

        assertThat(SingleLine.is(text)).isFalse();
        assertThat(SingleLine.of(text)).isEqualTo("a\uFFFDb");
    }

    /** Letters that are read from the right, and the joiners that words and pictures are made with, move nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "שלום", "سلام", "می‌خواهم", "👩‍💻"})
    void anyLanguageStaysAsItIs(String text) {
        assertThat(SingleLine.is(text)).isTrue();
        assertThat(SingleLine.of(text)).isEqualTo(text);
    }
}
