package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest extends TenantTest {

    private static final String NONCE = "abcDEF0123456789".repeat(4);
    private static final String HEALTHCHECK = Call.HEALTHCHECK.path();

    @Test
    void healthcheckAnswersAStandardKeyOutsideOfAnyEnvelope() {
        var reply = client.send(get(options.standardKey(), options.standardKeyId()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("status").asString()).isEqualTo("available");
    }

    @Test
    void aWrongKeyIsRefusedWithTheBodySeenOnALiveTenant() {
        var reply = client.send(get("wrong", options.standardKeyId()));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.bytes()).hasSize(93);
        assertThat(reply.reply().path("err_msg").asString()).isEqualTo("Public API request unauthorized");
    }

    @Test
    void aKeyIsRefusedUnderAnotherKeysId() {
        assertThat(client.send(get(options.standardKey(), options.advancedKeyId()))
                        .status())
                .isEqualTo(401);
        assertThat(client.send(get(options.standardKey(), "999")).status()).isEqualTo(401);
    }

    @Test
    void anAdvancedKeyIsRefusedInTheStandardScheme() {
        assertThat(client.send(get(options.advancedKey(), options.advancedKeyId()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anAdvancedKeyIsAcceptedAsTheHashOfKeyNonceAndTimestamp() {
        assertThat(client.send(advanced(clock.millis())).status()).isEqualTo(200);
    }

    @Test
    void aTimestampIsAcceptedUpToTheClockTolerance() {
        assertThat(client.send(advanced(clock.millis() - 300_000)).status()).isEqualTo(200);
        assertThat(client.send(advanced(clock.millis() - 300_001)).status()).isEqualTo(401);
        assertThat(client.send(advanced(clock.millis() + 300_001)).status()).isEqualTo(401);

        console.behaviour().clockTolerance(Duration.ofHours(2));
        assertThat(client.send(advanced(clock.millis() - 300_001)).status()).isEqualTo(200);
    }

    @Test
    void aHashOverAnotherNonceIsRefused() {
        var request = advanced(clock.millis()).setHeader("x-xdr-nonce", "other");

        assertThat(client.send(request).status()).isEqualTo(401);
    }

    @Test
    void theSlashAtTheEndIsOptional() {
        var request = client.request(HEALTHCHECK + "/")
                .header("Authorization", options.standardKey())
                .header("x-xdr-auth-id", options.standardKeyId())
                .GET();

        assertThat(client.send(request).status()).isEqualTo(200);
    }

    @Test
    void aWrongPathIsAPlainText500EvenWithAGoodKey() {
        for (var path : new String[] {"/public_api/v1/endpoints/nothing", "/XDR/public/v1/healthcheck", "/"}) {
            var reply = client.send(client.post(path, "{}", options.standardKey(), options.standardKeyId()));

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.contentType()).isEqualTo("text/plain");
            assertThat(reply.bytes()).hasSize(110);
        }
    }

    @Test
    void aKeyWithoutPermissionForACallIsForbiddenThatCallAlone() {
        console.behaviour().permit(Call.GET_ENDPOINT, false);

        assertThat(client.ask(Call.GET_ENDPOINT, "{}").status()).isEqualTo(403);
        assertThat(client.ask(Call.GET_ENDPOINT, "{}").reply().path("err_msg").asString())
                .isEqualTo("Insufficient permissions for api key");
        assertThat(client.ask(Call.GET_ENDPOINTS, "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HEALTHCHECK")
    void invalidJsonIs400WithItsPlaceAlsoForCallsThatAskForNothing(Call call) {
        var reply = client.post(call, "{\n \"request_data\": oops}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.reply().path("err_code").isInt()).isTrue();
        assertThat(reply.reply().path("err_msg").asString()).isEqualTo("Bad Request. Got an invalid JSON.");
        assertThat(reply.reply().path("err_extra").asString())
                .matches("Expecting value: line 2 column \\d+ \\(char \\d+\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7"})
    void aBodyThatIsNoObjectIs400(String body) {
        assertThat(client.post(Call.GET_QUOTA, body).status()).isEqualTo(400);
    }

    @Test
    void theBodyNeedsNoRequestData() {
        assertThat(client.post(Call.GET_TENANT_INFO, "{}").status()).isEqualTo(200);
    }

    @Test
    void requestsPastTheRateLimitAre429WithoutAHint() {
        console.behaviour().requestsPerSecond(1);

        var second = IntStream.range(0, 20)
                .mapToObj(i -> client.ask(Call.GET_ENDPOINT, "{\"search_to\":1}"))
                .filter(reply -> reply.status() == 429)
                .findFirst();

        assertThat(second).hasValueSatisfying(reply -> assertThat(reply.text()).isEqualTo("Too many requests."));
    }

    private HttpRequest.Builder get(String authorization, String id) {
        return client.request(HEALTHCHECK)
                .header("Authorization", authorization)
                .header("x-xdr-auth-id", id)
                .GET();
    }

    private HttpRequest.Builder advanced(long timestamp) {
        return get(sha256(options.advancedKey() + NONCE + timestamp), options.advancedKeyId())
                .header("x-xdr-nonce", NONCE)
                .header("x-xdr-timestamp", Long.toString(timestamp));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
