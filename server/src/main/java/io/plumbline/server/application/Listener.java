package io.plumbline.server.application;

import io.plumbline.server.platform.lifecycle.PublicUrl;
import io.plumbline.server.platform.lifecycle.Settings;
import java.net.InetAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the server listens. Once it is ready it says so in one line, which the launcher and tests read. */
@Component
class Listener implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private final Settings settings;
    private final PublicUrl publicUrl;
    private final Optional<TlsFiles> tls;

    Listener(Settings settings, PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
        this.settings = settings;
        this.tls = TlsFiles.of(settings);
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        server.setAddress(settings.host());
        if (settings.find("PLUMBLINE_PORT").isPresent()) {
            server.setPort(settings.port());
        }
        tls.map(TlsFiles::ssl).ifPresent(server::setSsl);
    }

    @EventListener
    void tellAddress(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            if (tls.isEmpty() && !settings.boundToLoopback()) {
                LOG.warn("Passwords and tokens travel in the clear: other machines reach this server by plain HTTP. Set"
                        + " PLUMBLINE_TLS_CERTIFICATE and PLUMBLINE_TLS_KEY, or put a proxy with TLS in front.");
            }
            if (tls.isEmpty() && isBehindUnknownProxy()) {
                LOG.warn(
                        "Cookies are not kept to HTTPS: PLUMBLINE_URL is https, so a proxy ends TLS, and what it says of a"
                                + " request counts only once PLUMBLINE_TRUSTED_PROXIES names it.");
            }
            LOG.info(
                    "Plumbline is ready at {}://{}:{}",
                    tls.isPresent() ? "https" : "http",
                    shown(settings.host()),
                    web.getWebServer().getPort());
        }
    }

    private boolean isBehindUnknownProxy() {
        return settings.list(TrustedProxies.VARIABLE).isEmpty() && publicUrl.isHttps();
    }

    /** What a browser on this machine can open: "any address" is none. */
    private static String shown(InetAddress address) {
        String literal = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return literal.contains(":") ? "[" + literal + "]" : literal;
    }
}
