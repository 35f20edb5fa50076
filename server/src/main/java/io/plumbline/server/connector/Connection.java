package io.plumbline.server.connector;

import org.jspecify.annotations.Nullable;

/**
 * How a connector reaches its vendor. The proxy's password is a secret and not here.
 *
 * @param proxyUrl {@code http://host:port}, normalised; null: no proxy
 * @param proxyUser null: the proxy asks for no login
 * @param trustedCa PEM certificates trusted beside the system's; null: none
 * @param requestsPerSecond 1 to 100
 */
public record Connection(
        @Nullable String proxyUrl,
        @Nullable String proxyUser,
        @Nullable String trustedCa,
        int requestsPerSecond) {

    static final int DEFAULT_REQUESTS_PER_SECOND = 10;

    static final Connection DEFAULT = new Connection(null, null, null, DEFAULT_REQUESTS_PER_SECOND);
}
