package io.plumbline.server.platform.outbound;

import io.plumbline.connector.api.HostAllowance;
import io.plumbline.server.platform.lifecycle.Settings;
import java.util.Optional;

/** Which hosts connectors may reach, and through which proxies. Immutable. */
public final class OutboundRules {

    private static final String VENDOR = "paloaltonetworks.com";
    private static final int HTTPS = 443;

    private final HostList hosts;
    private final HostList proxies;

    public OutboundRules(HostList hosts, HostList proxies) {
        this.hosts = hosts;
        this.proxies = proxies;
    }

    public static OutboundRules of(Settings settings) {
        return new OutboundRules(
                HostList.parse(settings.list("PLUMBLINE_ALLOWED_HOSTS"), "PLUMBLINE_ALLOWED_HOSTS"),
                HostList.parse(settings.list("PLUMBLINE_ALLOWED_PROXIES"), "PLUMBLINE_ALLOWED_PROXIES"));
    }

    /** What the operator allows beyond the vendor's domains. */
    public HostAllowance hosts() {
        return hosts;
    }

    /** Whether the operator lets connectors go through this proxy. */
    public boolean allowsProxy(ProxyRoute proxy) {
        return proxies.allows(proxy.host(), proxy.port());
    }

    /** The rule for the addresses of a host, or none where it may not be reached at all. */
    Optional<AddressRule> ruleFor(String scheme, String host, int port) {
        if (hosts.allows(host, port)) {
            return Optional.of(AddressRule.NAMED_BY_OPERATOR);
        }
        boolean vendor = host.equals(VENDOR) || host.endsWith("." + VENDOR);
        return vendor && port == HTTPS && scheme.equals("https")
                ? Optional.of(AddressRule.PUBLIC_ONLY)
                : Optional.empty();
    }
}
