package io.plumbline.server.connector;

import io.plumbline.connector.api.ConnectorContext;
import io.plumbline.connector.api.ConnectorType;
import io.plumbline.connector.api.HttpTransport;
import io.plumbline.connector.api.SettingValues;
import io.plumbline.server.platform.outbound.OutboundTransports;
import io.plumbline.server.platform.outbound.ProxyRoute;
import io.plumbline.server.platform.outbound.TenantRoute;
import io.plumbline.server.platform.secret.Secret;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens connectors onto their vendors: with secrets, and with a transport of their own. Safe for many threads. */
@Component
public class ConnectorOpener {

    private final ConnectorTypes types;
    private final ConnectorSecrets secrets;
    private final OutboundTransports transports;
    private final Clock clock;

    ConnectorOpener(ConnectorTypes types, ConnectorSecrets secrets, OutboundTransports transports, Clock clock) {
        this.types = types;
        this.secrets = secrets;
        this.transports = transports;
        this.clock = clock;
    }

    /**
     * Opens a stored connector; no request is sent by this. The caller closes it.
     *
     * @throws IllegalStateException where its type is not installed or a secret does not open
     */
    public io.plumbline.connector.api.Connector open(Connector connector) {
        Map<String, String> opened = secrets.open(connector.id());
        Optional<String> proxyPassword = Optional.ofNullable(opened.remove(EnteredSecrets.PROXY_PASSWORD));
        Map<String, String> values = new HashMap<>(connector.settings().values());
        values.putAll(opened);
        return open(types.get(connector.type()), new SettingValues(values), connector.connection(), proxyPassword);
    }

    /** Whether secrets and data of a stored connector can be read on the way. */
    public boolean isPlainHttp(Connector connector) {
        return AddressSetting.isPlainHttp(types.get(connector.type()).descriptor(), connector.settings());
    }

    /** Opens a form that has not been stored. */
    io.plumbline.connector.api.Connector open(Draft draft, Optional<String> proxyPassword) {
        return open(draft.type(), draft.settings(), draft.connection(), proxyPassword);
    }

    private io.plumbline.connector.api.Connector open(
            ConnectorType type, SettingValues settings, Connection connection, Optional<String> proxyPassword) {
        ProxyRoute proxy = connection.proxyUrl() == null
                ? null
                : ProxyRoute.of(
                        connection.proxyUrl(),
                        connection.proxyUser(),
                        proxyPassword.map(Secret::of).orElse(null));
        URI base = URI.create(AddressSetting.of(type.descriptor(), settings));
        HttpTransport transport = transports.transportFor(
                new TenantRoute(base, proxy, connection.trustedCa(), connection.requestsPerSecond()));
        return type.open(new ConnectorContext(settings, transport, clock));
    }
}
