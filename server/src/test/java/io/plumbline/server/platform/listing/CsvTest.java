package io.plumbline.server.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private final Csv<Object[]> csv = new Csv<>(
            List.of(new Column<>("first", cells -> cells[0]), new Column<>("second, quoted", cells -> cells[1])));

    @Test
    void headingsAreCellsToo() {
        assertThat(csv.head()).isEqualTo("first,\"second, quoted\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a\"b\"", "a\nb", "a\r\nb", "\"", ",", "çığ 日本 🦊, \"x\"\r\n", " blanks ", "'", ""})
    void anyTextIsReadBackAsItIs(String text) {
        String line = csv.line(new Object[] {text, text});

        assertThat(CsvReader.read(line)).containsExactly(List.of(text, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=\"a\",b", "=1\n", "＝1+1", "＋1", "－1", "＠SUM(A1)"
            })
    void whatASpreadsheetWouldCalculateGetsAnApostrophe(String text) {
        assertThat(CsvReader.read(csv.line(new Object[] {text, "a=b"}))).containsExactly(List.of("'" + text, "a=b"));
    }

    @Test
    void aSemicolonPartsCellsInManyCountries() {
        assertThat(csv.line(new Object[] {List.of("a", "=b", "-c"), "x;=1"})).isEqualTo("a;'=b;'-c,x;'=1\r\n");
    }

    /** Where cells are parted at semicolons, a quote in the middle of one is a quote, and after a semicolon it begins the next. */
    @ParameterizedTest
    @ValueSource(strings = {"x;\"=1+1;y", "x;\"\"\"=1+1", "x\n=1+1", "x\r\n@SUM(A1)", "\"=1+1", "\"\"-1"})
    void noCellBeginsWithAFormulaForWhoeverPartsAtSemicolons(String text) {
        String line = csv.line(new Object[] {"a", text});

        assertThat(line.split("[;,\r\n]"))
                .noneMatch(cell -> cell.replaceFirst("^\"+", "").matches("(?s)[=+\\-@\t].*"));
    }

    @Test
    void numbersStayNumbers() {
        assertThat(csv.line(new Object[] {-5, new BigDecimal("-0.0000001")})).isEqualTo("-5,-0.0000001\r\n");
    }

    @Test
    void timesAreInUtcAndNothingIsAnEmptyCell() {
        OffsetDateTime elsewhere = OffsetDateTime.parse("2026-05-04T01:00:00+12:45");

        assertThat(csv.line(new Object[] {Instant.parse("2026-05-04T01:02:03.004Z"), elsewhere}))
                .isEqualTo("2026-05-04T01:02:03.004Z,2026-05-03T12:15:00Z\r\n");
        assertThat(csv.line(new Object[] {null, Arrays.asList()})).isEqualTo(",\r\n");
    }
}
