package io.plumbline.connector.cortexxdr.check;

import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.cortexxdr.endpoint.EndpointReader;
import io.plumbline.connector.cortexxdr.protocol.ApiKey;
import io.plumbline.connector.cortexxdr.protocol.ApiKey.Level;
import io.plumbline.connector.cortexxdr.protocol.TenantClient;
import io.plumbline.connector.cortexxdr.protocol.VendorException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out why a tenant refuses a key: it answers a wrong key, a wrong level and a wrong clock with the same 401. A key that was
 * entered as Standard may be tried as an Advanced one, of which only a hash travels; never the other way round, which would send the
 * key itself. Used by one thread.
 */
public final class RefusedKey {

    /** A header tells whole seconds, and was on its way for some. How much the vendor tolerates, it does not say. */
    private static final Duration NOTEWORTHY = Duration.ofMinutes(1);

    private final ApiKey key;
    private final Clock clock;
    private final Function<ApiKey, TenantClient> clients;

    /** @param clients to the same tenant, with another key */
    public RefusedKey(ApiKey key, Clock clock, Function<ApiKey, TenantClient> clients) {
        this.key = key;
        this.clock = clock;
        this.clients = clients;
    }

    /** @return the refusal, with its cause where that could be found out */
    ConnectorException explained(VendorException refusal) throws InterruptedException {
        return switch (key.level()) {
            case STANDARD -> isAdvanced() ? wrongLevel(refusal) : refusal;
            case ADVANCED ->
                skew(refusal).map(skew -> wrongClock(refusal, skew)).orElseGet(() -> perhapsStandard(refusal));
        };
    }

    private boolean isAdvanced() throws InterruptedException {
        try {
            new EndpointReader(clients.apply(new ApiKey(key.id(), key.secret(), Level.ADVANCED))).count();
            return true;
        } catch (VendorException refused) {
            // What may be refused after it was accepted is the call, not the key.
            return refused.code() == ErrorCode.PERMISSION_DENIED || refused.code() == ErrorCode.LICENSE_MISSING;
        }
    }

    /** How far this server's clock is ahead of the tenant's; negative: behind. Empty where it is as good as right. */
    private Optional<Duration> skew(VendorException refusal) {
        Instant now = clock.instant();
        return refusal.dated()
                .map(theirs -> Duration.between(theirs, now))
                .filter(skew -> skew.abs().compareTo(NOTEWORTHY) > 0);
    }

    private static ConnectorException wrongLevel(VendorException refusal) {
        return because(
                refusal,
                "The tenant takes this API key as an Advanced one, not as Standard.",
                "Set API key security level to Advanced.");
    }

    private static ConnectorException perhapsStandard(VendorException refusal) {
        return because(
                refusal,
                refusal.sentence(),
                "If the key is of level Standard, choose that: it is not tried by itself, since the key would be sent as it is. Else"
                        + " check API key and key ID against Settings > Configurations > Integrations > API Keys in Cortex XDR.");
    }

    private static ConnectorException wrongClock(VendorException refusal, Duration skew) {
        return because(
                refusal,
                "The tenant does not accept the API key, and this server's clock is " + words(skew.abs())
                        + (skew.isNegative() ? " behind" : " ahead of")
                        + " the tenant's: an Advanced key proves itself with the time.",
                "Set this server's clock (NTP), then test again; if it is refused all the same, check API key, key ID and security"
                        + " level.");
    }

    private static ConnectorException because(VendorException refusal, String sentence, String remedy) {
        return new ConnectorException(refusal.code(), sentence, remedy, refusal.detail(), refusal);
    }

    private static String words(Duration length) {
        long hours = length.plusMinutes(30).toHours();
        return hours > 1 ? hours + " hours" : length.plusSeconds(30).toMinutes() + " minutes";
    }
}
