package io.plumbline.connector.cortexxdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.ConnectorContext;
import io.plumbline.connector.api.ConnectorException;
import io.plumbline.connector.api.ErrorCode;
import io.plumbline.connector.api.HttpTransport;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.connector.api.TransportException;
import io.plumbline.simulator.TenantOptions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the way to a tenant may do to a call, and the code that the contract gives it. */
class NetworkFaultsTest {

    private static final SettingValues SETTINGS = new SettingValues(Map.of(
            "fqdn", "https://api-tenant.xdr.eu.paloaltonetworks.com",
            "apiKey", "key",
            "apiKeyId", "7",
            "securityLevel", "STANDARD"));

    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        "UNRESOLVED, CONNECTION_FAILED, 5",
        "UNREACHABLE, CONNECTION_FAILED, 5",
        "FORBIDDEN, CONNECTION_FAILED, 1",
        "TLS, TLS_FAILED, 1",
        "TIMED_OUT, VENDOR_TIMEOUT, 1",
        "BROKEN_OFF, INCOMPLETE_RESPONSE, 5"
    })
    void everyOneIsNamedAndTriedAgainWhereItMayPass(TransportException.Kind kind, ErrorCode code, int times) {
        HttpTransport broken = _ -> {
            attempts.incrementAndGet();
            throw new TransportException(kind, "the reason");
        };
        try (Tenant listener = Tenant.small();
                Connector connector = new CortexXdrConnector(
                        new ConnectorContext(
                                SETTINGS, broken, TenantOptions.defaults().clock()),
                        _ -> {})) {
            ConnectorException failure = catchThrowableOfType(
                    ConnectorException.class, () -> connector.readAssets(Tenant.PLENTY, _ -> {}, listener));

            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.sentence()).contains("the reason");
            assertThat(attempts).hasValue(times);
        }
    }
}
