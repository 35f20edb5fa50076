package io.plumbline.server.platform.lifecycle;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where browsers reach this server: as the operator says, else as each request has it. Immutable. */
@Component
public class PublicUrl {

    private static final String VARIABLE = "PLUMBLINE_URL";

    private final Optional<URI> told;

    PublicUrl(Settings settings) {
        this.told = settings.url(VARIABLE);
        told.filter(url -> url.getRawQuery() != null
                        || url.getRawFragment() != null
                        || !url.getRawPath().matches("/?"))
                .ifPresent(url -> {
                    throw new StartRefusedException(
                            VARIABLE + " is more than an address of a server: " + url,
                            "Set it to a URL such as https://plumbline.example; a path of its own there cannot be.");
                });
    }

    /** Without a slash at its end; empty where the operator says nothing. */
    public Optional<String> text() {
        return told.map(url -> url.getScheme() + "://" + url.getRawAuthority());
    }

    /** Whether the operator says that browsers use HTTPS. */
    public boolean isHttps() {
        return told.filter(url -> url.getScheme().equals("https")).isPresent();
    }

    /** Whether the browser that sends this request uses HTTPS, whichever way the request has come from a proxy. */
    public boolean isHttps(HttpServletRequest request) {
        return request.isSecure() || isHttps();
    }
}
