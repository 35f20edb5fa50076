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

    private static final String VARIABLE = "PLUMBLINE_TRUSTED_PROXIES";

    private final List<String> proxies;

    /** @throws StartRefusedException where an entry is neither an address nor a block of them */
    TrustedProxies(Settings settings) {
        this.proxies = settings.list(VARIABLE);
        proxies.stream().filter(entry -> !isBlock(entry)).findFirst().ifPresent(entry -> {
            throw new StartRefusedException(
                    VARIABLE + " has an entry that is no address: " + entry,
                    "List addresses such as 10.0.0.5 or blocks such as 10.0.0.0/24, with commas between.");
        });
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        if (!proxies.isEmpty()) {
            RemoteIpValve valve = new RemoteIpValve();
            valve.setInternalProxies(String.join(",", proxies));
            valve.setProtocolHeader("X-Forwarded-Proto");
            server.addEngineValves(valve);
        }
    }

    private static boolean isBlock(String entry) {
        int slash = entry.indexOf('/');
        try {
            int bits = InetAddress.ofLiteral(slash < 0 ? entry : entry.substring(0, slash))
                            .getAddress()
                            .length
                    * Byte.SIZE;
            return slash < 0 || Integer.parseInt(entry.substring(slash + 1)) <= bits;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
