package io.plumbline.server.finding;

import static io.plumbline.server.rest.Cve.cve;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.platform.web.Cursor;
import io.plumbline.server.platform.web.ListQuery;
import io.plumbline.server.platform.web.ListQuery.Sort;
import io.plumbline.server.rest.InventoryRestSuite;
import io.plumbline.server.rest.RestReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.LinkedMultiValueMap;

/** Whatever is sent is text to look for, or refused beside its name; nothing of it becomes SQL. */
class FindingInputTest extends InventoryRestSuite {

    private static final List<String> TEXTS = List.of(
            "%",
            "_",
            "\\",
            "'",
            "' or ''='",
            "\"; drop table finding; --",
            "$1",
            ":connectors",
            "{}",
            "ﬀ",
            "😀",
            "?",
            "a\\_b");

    @BeforeEach
    void sync() {
        syncs.sync(
                syncs.connector("one"),
                List.of("100%_sure", "it's\\here", "plain"),
                cve(1, "100%_sure", "it's\\here", "plain"));
    }

    @Test
    void wildcardsAndQuotesAreTextToLookFor() throws Exception {
        assertThat(found("%_")).containsExactly("100%_sure");
        assertThat(found("%")).containsExactly("100%_sure");
        assertThat(found("_")).containsExactly("100%_sure");
        assertThat(found("\\")).containsExactly("it's\\here");
        assertThat(found("S\\H")).containsExactly("it's\\here");
        assertThat(found("t's\\")).containsExactly("it's\\here");
        assertThat(found("100_")).isEmpty();
        assertThat(found("p%n")).isEmpty();
    }

    private List<String> found(String text) throws Exception {
        return get("/findings?q=" + encoded(text)).items("assetName");
    }

    static Stream<String> texts() {
        return Stream.of(
                "connectorId", "assetId", "weaknessId", "product", "endpointType", "group", "tag", "operatingSystem");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void inEveryFilterAnyTextIsText(String filter) throws Exception {
        for (String text : TEXTS) {
            RestReply reply = get("/findings?" + filter + "=" + encoded(text));
            assertThat(reply.status()).as(text).isEqualTo(200);
            assertThat(reply.total()).as(text).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "state, open",
        "severity, worst",
        "withheld, true",
        "firstObservedAfter, yesterday",
        "firstObservedBefore, 2026-01-01",
        "fixedAfter, +999999999-12-31T23:59:59Z",
        "fixedBefore, -999999999-01-01T00:00:00Z",
        "sort, age",
        "sort, --severity",
        "limit, 0",
        "limit, 1001",
        "limit, 1.5",
        "cursor, x",
        "open, true"
    })
    void whatCannotBeAskedIsRefusedBesideItsName(String parameter, String value) throws Exception {
        RestReply reply = get("/findings?" + parameter + "=" + encoded(value));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorFields()).containsExactly(parameter);
    }

    @Test
    void controlCharactersAreRefusedEverywhere() throws Exception {
        for (String parameter : Stream.concat(FindingFilter.NAMES.stream(), Stream.of("sort", "limit", "cursor"))
                .toList()) {
            for (String bad : List.of("%00", "a%00b", "%0A", "%7F")) {
                assertThat(get("/findings?" + parameter + "=" + bad).errorFields())
                        .as(parameter + bad)
                        .containsExactly(parameter);
            }
        }
    }

    @Test
    void anOrderThatIsNoneIsAnsweredWithThoseThereAre() throws Exception {
        assertThat(get("/findings?sort=name").body().at("/errors/0/message").stringValue())
                .contains("severity", "firstObservedAt", "fixedAt", "assetName");
    }

    @Test
    void twoTimesOfOneBoundAreRefused() throws Exception {
        String time = "2026-01-01T00:00:00Z";
        assertThat(get("/findings?fixedAfter=" + time + "&fixedAfter=" + time).errorFields())
                .containsExactly("fixedAfter");
    }

    /** A cursor is no secret: whoever writes one may write anything. */
    @Test
    void forgedCursorsAreRefusedOrNameAPlace() throws Exception {
        for (List<String> place : List.of(
                List.<String>of(),
                List.of("0"),
                List.of("0", "1", "1", "1"),
                List.of("1", "1", "1", "1", "1"),
                List.of("-1", "1", "1", "1", "1"),
                List.of("0", "x", "1", "1", "1"),
                List.of("0", "99999999999", "1", "1", "1"),
                List.of("0", "1", "1", "1", "1', '1"))) {
            assertThat(get("/findings?cursor=" + forged("severity", true, place))
                            .errorFields())
                    .as("%s", place)
                    .containsExactly("cursor");
        }
        assertThat(get("/findings?sort=assetName&cursor="
                                + forged("assetName", false, List.of("0", "a\0", "1", "1", "1")))
                        .errorFields())
                .containsExactly("cursor");
        assertThat(get("/findings?sort=firstObservedAt&cursor="
                                + forged(
                                        "firstObservedAt",
                                        false,
                                        List.of("0", "+999999999-12-31T23:59:59Z", "1", "1", "1")))
                        .errorFields())
                .containsExactly("cursor");
        assertThat(get("/findings?sort=assetName&cursor="
                                + forged("assetName", false, List.of("0", "'%\\", "1", "1", "1")))
                        .status())
                .isEqualTo(200);
    }

    private static String forged(String field, boolean descending, List<String> place) {
        ListQuery query = new ListQuery(new LinkedMultiValueMap<>(), Set.of());
        return Cursor.after(query.identity("findings", new Sort(field, descending)), place);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
