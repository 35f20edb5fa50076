package io.plumbline.connector.cortexxdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.ConnectorContext;
import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.api.FindingSink;
import io.plumbline.connector.api.HttpReply;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.connector.api.WeaknessRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies that would fill any heap, and texts in them that are not to be shown. */
class EndlessRepliesTest extends RecordingMonitor implements FindingSink {

    private static final String KEY = "Ab3xYz901234567890abcdefghij";
    private static final String STARTED = "{\"reply\":\"id\"}";
    private static final String STREAMED =
            "{\"reply\":{\"status\":\"SUCCESS\",\"number_of_results\":1,\"results\":{\"stream_id\":\"s\"}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"reply\":{\"total_count\":1,\"endpoints\":[{} ~ ,{}",
                "{\"reply\":[0.5 ~ ,1.5",
                "{\"reply\":{\"endpoints\":[{\"users\":[\"a\" ~ ,\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\""
            })
    void anEndlessWindowIsRefusedBeforeItFillsTheHeap(String beginning, String again) {
        Connector connector = connector(Map.of("get_endpoint", endless(beginning, again)));

        assertRefused(catchThrowableOfType(
                ConnectorException.class, () -> connector.readAssets(Tenant.PLENTY, EndlessRepliesTest::take, this)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"reply\":{\"status\":\"SUCCESS\",\"x\":[{} ~ ,{}",
                "{\"reply\":{\"results\":{\"x\":[{} ~ ,{}",
                "{\"x\":[{} ~ ,{}",
                "{\"reply\":{\"status\":\"SUCCESS\" ~ ,\"a\":{}",
                "{\"reply\":{\"status\":\"SUCCESS\" ~ ,\"a\":1",
                "{\"reply\":{\"status\":\"SUCCESS\",\"results\":{\"a\":1 ~ ,\"a\":\"b\"",
            })
    void anEndlessOutcomeIsRefusedBeforeItFillsTheHeap(String beginning, String again) {
        assertRefused(
                findings(Map.of("start_xql_query", whole(STARTED), "get_query_results", endless(beginning, again))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"name\":\"CVE-2024-1\",\"affected_products\":[\"p\" ~ ,\"p\"",
                "{\"name\":\"CVE-2024-1\",\"description\":[{} ~ ,{}",
                "{\"name\":\"CVE-2024-1\",\"affected_hosts\":[[{} ~ ,{}"
            })
    void anEndlessRowIsRefusedBeforeItFillsTheHeap(String beginning, String again) {
        assertRefused(findings(Map.of(
                "start_xql_query",
                whole(STARTED),
                "get_query_results",
                whole(STREAMED),
                "get_query_results_stream",
                endless(beginning, again))));
    }

    @Test
    void anExampleInTheLogHoldsNoKey() throws InterruptedException {
        String endpoint = "{\"endpoint_id\":\"1\",\"ip\":[\"" + KEY + "\"],\"mac_address\":\"" + KEY + "\"}";
        Connector connector = connector(
                Map.of("get_endpoint", whole("{\"reply\":{\"total_count\":1,\"endpoints\":[" + endpoint + "]}}")));

        connector.readAssets(Tenant.PLENTY, EndlessRepliesTest::take, this);

        assertThat(warnings).hasSize(2).allMatch(warning -> warning.contains("(first: [redacted])"));
    }

    private static void assertRefused(ConnectorException failure) {
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
        assertThat(failure.sentence()).isEqualTo("The tenant's reply holds more than any honest one.");
    }

    private ConnectorException findings(Map<String, InputStream> replies) {
        return catchThrowableOfType(
                ConnectorException.class, () -> connector(replies).readFindings(Tenant.PLENTY, this, this));
    }

    private static Connector connector(Map<String, InputStream> replies) {
        SettingValues settings = new SettingValues(
                Map.of("fqdn", "https://api-t.example", "apiKeyId", "1", "apiKey", KEY, "securityLevel", "STANDARD"));
        return new CortexXdrConnector(
                new ConnectorContext(
                        settings,
                        call -> new Reply(replies.get(call.uri().getPath().replaceFirst(".*/([a-z_]+)/?", "$1"))),
                        Clock.systemUTC()),
                _ -> {});
    }

    private static InputStream whole(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream endless(String beginning, String again) {
        return new SequenceInputStream(whole(beginning), new Repeated(again.repeat(1_000)));
    }

    private static void take(AssetRecord asset) {}

    private static final class Repeated extends InputStream {

        private final byte[] text;
        private int at;

        Repeated(String text) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            int read = text[at];
            at = (at + 1) % text.length;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = Math.min(length, text.length - at);
            System.arraycopy(text, at, into, from, count);
            at = (at + count) % text.length;
            return count;
        }
    }

    private record Reply(InputStream body) implements HttpReply {

        @Override
        public int status() {
            return 200;
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    @Override
    public void affected(int row, String assetName) {}

    @Override
    public void weakness(int row, WeaknessRecord weakness) {}
}
