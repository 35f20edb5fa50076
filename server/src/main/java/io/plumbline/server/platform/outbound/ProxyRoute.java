package io.plumbline.server.platform.outbound;

import io.plumbline.server.platform.secret.Secret;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An HTTP proxy, with a login where it wants one. */
public record ProxyRoute(
        String host,
        int port,
        @Nullable String user,
        @Nullable Secret password) {

    /**
     * @param url {@code http://host:port}
     * @throws IllegalArgumentException with a sentence for the person who entered it
     */
    public static ProxyRoute of(String url, @Nullable String user, @Nullable Secret password) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("This is not a URL like http://proxy.example:3128.", malformed);
        }
        String path = uri.getPath();
        if (uri.getHost() == null || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException("This is not a URL like http://proxy.example:3128.");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("Enter the proxy's user and password in their own fields.");
        }
        if (!"http".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "The proxy must be reached by http://; the traffic through it is encrypted.");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
        return new ProxyRoute(host, uri.getPort() < 0 ? 80 : uri.getPort(), user, password);
    }
}
