package io.plumbline.server.platform.outbound;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one connector reaches its tenant.
 *
 * @param base scheme, host and port of the tenant; calls elsewhere are refused
 * @param proxy null to go straight
 * @param trustedCa certificates in PEM that are trusted beside the system's, or null
 * @param requestsPerSecond at most so many calls in any second, counted over all that talk to this tenant; 1 or more
 */
public record TenantRoute(
        URI base, @Nullable ProxyRoute proxy, @Nullable String trustedCa, int requestsPerSecond) {

    public static final int DEFAULT_REQUESTS_PER_SECOND = 10;

    public TenantRoute {
        if (base.getHost() == null || requestsPerSecond < 1) {
            throw new IllegalArgumentException("a route needs a host and a rate of 1 or more");
        }
    }

    public static TenantRoute direct(URI base) {
        return new TenantRoute(base, null, null, DEFAULT_REQUESTS_PER_SECOND);
    }

    /** By which the rate budget is shared: connectors to one host and port are connectors to one tenant. */
    String tenant() {
        return base.getHost().toLowerCase(Locale.ROOT) + " " + port();
    }

    private int port() {
        if (base.getPort() >= 0) {
            return base.getPort();
        }
        return "http".equalsIgnoreCase(base.getScheme()) ? 80 : 443;
    }
}
