package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clock, quota and keys. */
class ConsoleStateTest extends ConsoleTest {

    @Test
    void theClockIsMovedAndGoesOnFromThere() {
        assertThat(get("/console/clock").path("now").asString()).isEqualTo("2026-03-02T12:00:00Z");

        assertThat(patch("/console/clock", "{\"move\":\"P2D\"}").path("now").asString())
                .isEqualTo("2026-03-04T12:00:00Z");
        clock.advance(Duration.ofSeconds(5));
        assertThat(get("/console/clock").path("now").asString()).isEqualTo("2026-03-04T12:00:05Z");
        patch("/console/clock", "{\"move\":\"-PT5S\"}");
        assertThat(get("/console/clock").path("epochMillis").asLong())
                .isEqualTo(NOON.plus(Duration.ofDays(2)).toEpochMilli());

        patch("/console/clock", "{\"now\":\"2027-01-01T00:00:00Z\"}");
        clock.advance(Duration.ofSeconds(5));
        assertThat(get("/console/clock").path("now").asString()).isEqualTo("2027-01-01T00:00:05Z");
    }

    @Test
    void theMovedClockIsTheOneOfQuotaAndHosts() {
        put("/console/quota", "{\"remaining\":0}");
        var listed = get("/console/expected?days=30").path("pairs").asLong();

        patch("/console/clock", "{\"move\":\"P25D\"}");

        assertThat(get("/console/quota").path("remaining").asDouble()).isEqualTo(1_000);
        assertThat(get("/console/expected?days=30").path("pairs").asLong()).isLessThan(listed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "PATCH;/console/clock;{};either move or now",
                "PATCH;/console/clock;{\"move\":\"PT1S\",\"now\":\"2027-01-01T00:00:00Z\"};either move or now",
                "PATCH;/console/clock;{\"move\":\"1 day\"};move must be a duration",
                "PATCH;/console/clock;{\"now\":\"tomorrow\"};now must be an instant",
                "PUT;/console/quota;{\"remaining\":-1};remaining must be a number",
                "PUT;/console/quota;{\"remaining\":\"all\"};remaining must be a number",
                "PUT;/console/keys/root;{\"id\":\"1\",\"key\":\"x\"};the level must be one of",
                "PUT;/console/keys/standard;{\"id\":\"12\",\"key\":\"x\"};another key has the id 12",
                "PUT;/console/keys/standard;{\"id\":12,\"key\":\"x\"};id must be a string"
            })
    void aMistakeIsNamed(String method, String target, String body, String sentence) {
        assertThat(refusal(400, method, target, body)).contains(sentence);
    }

    @Test
    void theQuotaCanBeUsedUp() {
        put("/console/quota", "{\"remaining\":0}");
        assertThat(queries.start("dataset = va_cves").text()).contains("QUOTA_EXCEEDED");

        put("/console/quota", "{\"remaining\":12.5}");
        assertThat(queries.start("dataset = va_cves | limit 1").status()).isEqualTo(200);
        assertThat(get("/console/quota").path("remaining").asDouble()).isBetween(12.0, 12.5);
    }

    @Test
    void keysAreShown() {
        var keys = StreamSupport.stream(get("/console/keys").path("keys").spliterator(), false)
                .map(key -> key.path("level").asString() + " " + key.path("id").asString() + " "
                        + key.path("key").asString())
                .toList();

        assertThat(keys)
                .containsExactly("standard 11 " + options.standardKey(), "advanced 12 " + options.advancedKey());
    }

    @Test
    void aReplacedKeyIsAcceptedInPlaceOfTheOldOne() {
        put("/console/keys/standard", "{\"id\":\"31\",\"key\":\"new-key\"}");

        assertThat(client.ask(Call.GET_QUOTA, "{}").status()).isEqualTo(401);
        assertThat(client.send(client.post(Call.GET_QUOTA.path(), "{}", "new-key", "31"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRevokedKeyIsUnauthorized() {
        delete("/console/keys/standard");

        assertThat(client.ask(Call.GET_QUOTA, "{}").status()).isEqualTo(401);
        assertThat(get("/console/keys").path("keys").size()).isEqualTo(1);
    }
}
