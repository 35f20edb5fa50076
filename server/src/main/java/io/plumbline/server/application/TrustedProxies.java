package io.plumbline.server.application;

import io.plumbline.server.platform.lifecycle.Settings;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Believes what the operator's own proxies say of a request: the address it comes from, and whether by HTTPS. From anybody else
 * those headers mean nothing: whoever could choose an address could try passwords without end, and stand in the audit log as another.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    static final String VARIABLE = "PLUMBLINE_TRUSTED_PROXIES";

    private final List<String> blocks;

    /** @throws StartRefusedException where an entry is neither an address nor a block of them */
    TrustedProxies(Settings settings) {
        this.blocks =
                settings.list(VARIABLE).stream().map(TrustedProxies::block).toList();
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        if (!blocks.isEmpty()) {
            RemoteIpValve valve = new RemoteIpValve();
            valve.setInternalProxies(String.join(",", blocks));
            valve.setProtocolHeader("X-Forwarded-Proto");
            server.addEngineValves(valve);
        }
    }

    /** With the number of bits, also where the operator gives none: the valve takes a list without it for one regular expression. */
    private static String block(String entry) {
        int slash = entry.indexOf('/');
        try {
            String address = slash < 0 ? entry : entry.substring(0, slash);
            int all = InetAddress.ofLiteral(address).getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? all : Integer.parseInt(entry.substring(slash + 1));
            if (bits >= 0 && bits <= all) {
                return address + "/" + bits;
            }
        } catch (IllegalArgumentException malformed) {
            // Told below, as a block of too many bits is.
        }
        throw new StartRefusedException(
                VARIABLE + " has an entry that is no address: " + entry,
                "List addresses such as 10.0.0.5 or blocks such as 10.0.0.0/24, with commas between.");
    }
}
