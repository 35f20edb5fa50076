package io.plumbline.server.connector;

import io.plumbline.server.platform.outbound.OutboundRules;
import io.plumbline.server.platform.outbound.ProxyRoute;
import java.util.Optional;

/** Checks and normalises {@code connection.proxyUrl}. */
final class ProxyUrl {

    private static final int HIGHEST_PORT = 65_535;

    private ProxyUrl() {}

    /** {@code http://host:port}; empty where the field is, or where it was refused. */
    static Optional<String> read(Fields connection, OutboundRules rules) {
        Optional<String> entered = connection.text("proxyUrl");
        if (entered.isEmpty()) {
            return Optional.empty();
        }
        ProxyRoute proxy;
        try {
            proxy = ProxyRoute.of(entered.get(), null, null);
        } catch (IllegalArgumentException malformed) {
            connection.refuse("proxyUrl", String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
        if (proxy.port() < 1 || proxy.port() > HIGHEST_PORT) {
            connection.refuse("proxyUrl", "The port must be from 1 to %d.".formatted(HIGHEST_PORT));
        }
        if (!rules.allowsProxy(proxy)) {
            connection.refuse(
                    "proxyUrl",
                    "The operator allows no proxy %s:%d; PLUMBLINE_ALLOWED_PROXIES names those that may be used."
                            .formatted(proxy.host(), proxy.port()));
        }
        String host = proxy.host().contains(":") ? "[" + proxy.host() + "]" : proxy.host();
        return Optional.of("http://" + host + ":" + proxy.port());
    }
}
