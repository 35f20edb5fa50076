package io.plumbline.connector.cortexxdr.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.cortexxdr.protocol.Json;
import io.plumbline.connector.cortexxdr.protocol.Redactor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ValuesTest {

    private final Oddities oddities = new Oddities(new Redactor("no secret"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1621347891681",
                "\"1621347891681\"",
                "\"2021-05-18 14:24:51.681 UTC\"",
                "\"2021-05-18 14:24:51.681000 UTC\"",
                "\"2021-05-18T14:24:51.681Z\""
            })
    void aTimeIsTheSameInlineAndStreamed(String json) {
        assertThat(VendorTime.of(node(json))).contains(Instant.parse("2021-05-18T14:24:51.681Z"));
    }

    @Test
    void aStreamedTimeMayHaveNoFraction() {
        assertThat(VendorTime.of(node("\"2021-05-18 09:59:28 UTC\""))).contains(Instant.parse("2021-05-18T09:59:28Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "null", "\"\"", "\"never\"", "99999999999999999999", "1e300", "{}", "[]", "true"})
    void whatIsNoTimeIsAbsent(String json) {
        assertThat(VendorTime.of(node(json))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9.8,9.80", "'\"9.8\"',9.80", "10,10.00", "3.959,3.95", "0,0.00"})
    void scoresComeAsNumbersOrText(String json, BigDecimal score) {
        assertThat(Scores.of(node(json))).contains(score);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1", "-0.1", "\"NaN\"", "1e999999999", "1e-999999999", "null", "\"high\"", "{}"})
    void whatIsNoScoreIsAbsent(String json) {
        assertThat(Scores.of(node(json))).isEmpty();
    }

    @Test
    void addressesGoWhereTheyBelong() {
        Addresses addresses = Addresses.sort(
                List.of(
                        "10.0.0.1",
                        "FE80:0:0:0:0:0:0:1%eth0",
                        "10.0.0.1",
                        "2001:db8::1",
                        "::ffff:10.0.0.2",
                        "10.1",
                        "010.0.0.1",
                        "host"),
                oddities);

        assertThat(addresses.ipv4()).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(addresses.ipv6()).containsExactly("fe80::1", "2001:db8::1");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:0db8:0000:0000:0001:0000:0000:0001,2001:db8::1:0:0:1",
        "0:0:0:0:0:0:0:0,::",
        "0:0:0:0:0:0:0:1,::1",
        "1:0:0:0:0:0:0:0,1::",
        "1:0:3:4:5:6:7:8,1:0:3:4:5:6:7:8"
    })
    void ipv6IsWrittenInOneWay(String entered, String canonical) {
        assertThat(Addresses.sort(List.of(entered), oddities).ipv6()).containsExactly(canonical);
    }

    @Test
    void macAddressesAreWrittenInOneWay() {
        assertThat(MacAddresses.of(
                        List.of("00-1A-2B-3C-4D-5E", "001a.2b3c.4d5e", "00:1a:2b:3c:4d:5e", "nonsense"), oddities))
                .containsExactly("00:1a:2b:3c:4d:5e");
    }

    @ParameterizedTest
    @CsvSource({
        "PC1,corp.example,pc1.corp.example",
        "pc1.corp.example,corp.example,pc1.corp.example",
        "pc1.other.example,corp.example,pc1.other.example",
        "PC1,WORKGROUP,",
        "PC1,,",
        "Zoë’s Mac,corp.example,zoë’s mac.corp.example",
        "Zoë’s Mac.Corp.Example,corp.example,zoë’s mac.corp.example",
        "Zoë’s Mac,WORKGROUP,",
        "サーバー-7,corp.example,サーバー-7.corp.example",
        "10.0.0.1,,",
        "PC_1,corp.example.,pc_1.corp.example",
        "PC1,bad domain.example,"
    })
    void aNameIsQualifiedByADomainOnly(String name, String domain, String qualified) {
        assertThat(DomainNames.qualify(name, Optional.ofNullable(domain))).isEqualTo(Optional.ofNullable(qualified));
    }

    @Test
    void listsComeAsListsScalarsOrNothing() {
        Texts texts = new Texts(oddities);

        assertThat(texts.list(node("[\"a\", \"a\", \" b \", null, 1]"))).containsExactly("a", "b", "1");
        assertThat(texts.list(node("\"a\""))).containsExactly("a");
        assertThat(texts.list(node("null"))).isEmpty();
        assertThat(texts.list(node("[{\"x\": 1}, \"a\"]"))).containsExactly("a");
    }

    @Test
    void nulIsRemoved() {
        assertThat(new Texts(oddities).text(node("\"a\\u0000b\""))).contains("ab");
    }

    private static JsonNode node(String json) {
        return Json.MAPPER.readTree(json);
    }
}
