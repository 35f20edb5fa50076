package io.plumbline.connector.cortexxdr;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.ConnectorContext;
import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.FindingSink;
import io.plumbline.connector.api.HttpTransport;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.connector.api.SettingsOutcome;
import io.plumbline.connector.api.WeaknessRecord;
import io.plumbline.connector.cortexxdr.Replay.Reply;
import io.plumbline.simulator.SimulatedTenant;
import io.plumbline.simulator.TenantOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a tenant's replies are turned into: what is read of them is records as they are promised, or a failure with a code, a sentence
 * and a remedy. {@code -Dplumbline.fuzz=100000} spoils as many replies, {@code -Dplumbline.fuzz.from} begins with another seed.
 */
@Timeout(1_800)
class FuzzTest {

    private static final int REPLIES = Integer.getInteger("plumbline.fuzz", 2_000);
    private static final long FIRST = Long.getLong("plumbline.fuzz.from", 0);
    private static final int LONGEST = 512;

    private static SimulatedTenant tenant;
    private static TenantOptions options;
    private static List<Reply> honest;
    private static Set<String> honestIds;

    @BeforeAll
    static void record() throws Exception {
        options = TenantOptions.defaults().withEndpoints(110).withCves(12);
        tenant = SimulatedTenant.start(options);
        tenant.console().behaviour().requestsPerSecond(0);
        List<Reply> replies = Collections.synchronizedList(new ArrayList<>());
        Records records = new Records();
        read(Replay.recording(new PlainTransport(Duration.ofSeconds(30)), replies), records);
        assertThat(records.assets.stream().map(AssetRecord::externalId).distinct())
                .hasSize(110);
        assertThat(records.weaknesses).hasSize(12);
        honest = List.copyOf(replies);
        honestIds = records.assets.stream().map(AssetRecord::externalId).collect(Collectors.toUnmodifiableSet());
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    /** What was read. */
    private static final class Records extends RecordingMonitor {

        private final List<AssetRecord> assets = Collections.synchronizedList(new ArrayList<>());
        private final List<String> hosts = Collections.synchronizedList(new ArrayList<>());
        private final Map<Integer, WeaknessRecord> weaknesses = Collections.synchronizedMap(new TreeMap<>());

        private FindingSink sink() {
            return new FindingSink() {
                @Override
                public void affected(int row, String assetName) {
                    hosts.add(assetName);
                }

                @Override
                public void weakness(int row, WeaknessRecord weakness) {
                    weaknesses.put(row, weakness);
                }
            };
        }
    }

    @Test
    void noReplyIsMoreThanItsRecordsOrAFailureWithItsCode() {
        int failed = 0;
        for (long seed = FIRST; seed < FIRST + REPLIES; seed++) {
            List<Reply> spoilt = spoilt(seed);
            Records records = new Records();
            try {
                read(new Replay(spoilt), records);
            } catch (ConnectorException failure) {
                failed++;
                assertThat(failure.code()).as("seed " + seed).isNotNull();
                assertThat(failure.sentence())
                        .as("seed " + seed)
                        .endsWith(".")
                        .doesNotContain("Exception", "io.plumbline");
                assertThat(failure.remedy()).as("seed " + seed).isNotBlank();
            } catch (Exception | StackOverflowError other) {
                throw new AssertionError("seed " + seed, other);
            }
            records.assets.forEach(asset -> check(asset, spoilt));
            records.hosts.forEach(host -> assertThat(isShort(host)).as(host).isTrue());
            records.weaknesses.values().forEach(FuzzTest::check);
        }
        assertThat(failed)
                .as("a share of the replies is beyond use, and a share is not")
                .isBetween(REPLIES / 20, REPLIES * 19 / 20);
    }

    /** Replies as they were, but for one. */
    private static List<Reply> spoilt(long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        List<Reply> replies = new ArrayList<>(honest);
        int at = random.nextInt(replies.size());
        Reply reply = replies.get(at);
        replies.set(at, new Reply(reply.path(), new Mutation(seed).of(reply.body())));
        return replies;
    }

    /** No record is made up: its id stands in what was said. */
    private static void check(AssetRecord asset, List<Reply> spoilt) {
        assertThat(asset.externalId()).as("id").isNotBlank().doesNotContain("\u0000");
        assertThat(isShort(asset.externalId())).isTrue();
        assertThat(asset.name()).isNotBlank().doesNotContain("\u0000");
        assertThat(isShort(asset.name())).isTrue();
        if (!honestIds.contains(asset.externalId()) && asset.externalId().matches("\\w+")) {
            assertThat(said(spoilt)).contains(asset.externalId());
        }
        assertThat(asset.externalTags()).doesNotHaveDuplicates();
        assertThat(asset.ipv4Addresses()).allMatch(address -> address.matches("\\d{1,3}(\\.\\d{1,3}){3}"));
        assertThat(asset.macAddresses()).allMatch(mac -> mac.matches("[0-9a-f]{2}(:[0-9a-f]{2})+"));
        if (asset.fqdn() != null) {
            assertThat(asset.fqdn()).contains(".").doesNotContain("\u0000");
        }
    }

    private static void check(WeaknessRecord weakness) {
        assertThat(weakness.name()).isNotBlank().doesNotContain("\u0000");
        assertThat(weakness.name().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
        if (weakness.severityScore() != null) {
            assertThat(weakness.severityScore()).isBetween(new BigDecimal("0.01"), BigDecimal.TEN);
        }
        assertThat(weakness.vendorAffectedCount()).isNotNegative();
    }

    private static boolean isShort(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    private static String said(List<Reply> replies) {
        StringBuilder said = new StringBuilder();
        replies.forEach(reply -> said.append(new String(unpacked(reply.body()), StandardCharsets.UTF_8)));
        return said.toString().replace("\u0000", ""); // of UTF-16
    }

    /** Once or twice, as far as it goes. */
    private static byte[] unpacked(byte[] body) {
        if (body.length < 2 || body[0] != 0x1f || body[1] != (byte) 0x8b) {
            return body;
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            gzip.transferTo(plain);
        } catch (IOException cut) {
            // what came before is all that was said
        }
        return unpacked(plain.toByteArray());
    }

    private static void read(HttpTransport transport, Records into) throws InterruptedException {
        Map<String, String> settings = Map.of(
                "fqdn",
                tenant.url().toString(),
                "apiKey",
                options.standardKey(),
                "apiKeyId",
                options.standardKeyId(),
                "securityLevel",
                "STANDARD");
        if (!(new CortexXdrType().validate(new SettingValues(settings), (_, _) -> true)
                instanceof SettingsOutcome.Accepted(SettingValues normalised))) {
            throw new IllegalArgumentException("settings are refused");
        }
        try (Connector connector =
                new CortexXdrConnector(new ConnectorContext(normalised, transport, options.clock()), _ -> {})) {
            connector.readAssets(Tenant.PLENTY, into.assets::add, into);
            connector.readFindings(Tenant.PLENTY, into.sink(), into);
        }
    }
}
