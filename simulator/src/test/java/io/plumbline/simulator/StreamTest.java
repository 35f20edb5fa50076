package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StreamTest extends TenantTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private String streamId = "";

    @Override
    TenantOptions options(TenantOptions defaults) {
        return defaults.withCves(1_200).withHostsPerCve(2);
    }

    @BeforeEach
    void query() {
        streamId = streamIdOf("dataset = va_cves");
    }

    @Test
    void everyRowIsALineOfJson() {
        var rows = rows(stream(false, "identity").bytes());

        assertThat(rows).hasSize(1_200);
        assertThat(new HashSet<>(
                        rows.stream().map(row -> row.path("name").asString()).toList()))
                .isEqualTo(console.cves().names());
    }

    @Test
    void aBodyWithoutCompressionEndsWithANewLine() {
        var bytes = stream(false, "identity").bytes();

        assertThat(bytes[bytes.length - 1]).isEqualTo((byte) '\n');
        assertThat(bytes[bytes.length - 2]).isEqualTo((byte) '}');
    }

    @Test
    void theIdHasTheFormOfAUuid() {
        assertThat(streamId).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(streamIdOf("dataset = va_cves")).isNotEqualTo(streamId);
    }

    @Test
    void timesAreTextWithAFractionOnlyWhereThereIsOne() {
        var rows = rows(stream(false, "identity").bytes());

        assertThat(rows)
                .allMatch(row -> row.path("publication_date").asString().matches("\\d{4}-\\d\\d-\\d\\d 00:00:00 UTC"));
        assertThat(rows)
                .anyMatch(
                        row -> row.path("modification_date").asString().matches("2026-03-02 11:59:5\\d\\.\\d{3} UTC"));
    }

    @Test
    void aCompressedStreamIsGzipInTheBodyWithoutAHeader() {
        var reply = stream(true, "identity");

        assertThat(reply.contentEncoding()).isEmpty();
        assertThat(rows(gunzip(reply.bytes()))).hasSize(1_200);
    }

    @Test
    void transportCompressesACompressedStreamOnceMore() {
        var reply = stream(true, "gzip");

        assertThat(reply.contentEncoding()).isEqualTo("gzip");
        assertThat(rows(gunzip(gunzip(reply.bytes())))).hasSize(1_200);
    }

    @Test
    void aTenantMayCompressOnlyOnce() {
        console.behaviour().doubleGzip(false);

        var reply = stream(true, "gzip");

        assertThat(reply.contentEncoding()).isEmpty();
        assertThat(rows(gunzip(reply.bytes()))).hasSize(1_200);
    }

    @Test
    void transportAloneCompressesAStreamThatIsNotCompressed() {
        var reply = stream(false, "gzip");

        assertThat(reply.contentEncoding()).isEqualTo("gzip");
        assertThat(rows(gunzip(reply.bytes()))).hasSize(1_200);
    }

    @Test
    void namesOutsideAsciiAreUtf8() {
        console.cves().addHost("CVE-2021-44228", "Zoë\u2019s MacBook");

        var text = new String(
                streamOf(streamIdOf("dataset = va_cves"), false, "identity").bytes(), StandardCharsets.UTF_8);

        assertThat(text).contains("\"Zoë\u2019s MacBook\"");
    }

    @Test
    void aStreamCanBeReadAgain() {
        assertThat(stream(false, "identity").bytes())
                .isEqualTo(stream(false, "identity").bytes());
    }

    @Test
    void anIdThatIsNotKnownIsA500() {
        assertThat(streamOf("none", true, "identity").status()).isEqualTo(500);
    }

    private String streamIdOf(String xql) {
        return queries.result(xql).at("/results/stream_id").asString();
    }

    private Reply stream(boolean compressed, String acceptEncoding) {
        return streamOf(streamId, compressed, acceptEncoding);
    }

    private Reply streamOf(String id, boolean compressed, String acceptEncoding) {
        var body = "{\"request_data\":{\"stream_id\":\"%s\",\"is_gzip_compressed\":%s}}".formatted(id, compressed);
        return client.send(
                client.post(Call.GET_QUERY_RESULTS_STREAM.path(), body, options.standardKey(), options.standardKeyId())
                        .header("Accept-Encoding", acceptEncoding));
    }

    private static List<JsonNode> rows(byte[] lines) {
        return new String(lines, StandardCharsets.UTF_8)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private static byte[] gunzip(byte[] bytes) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
