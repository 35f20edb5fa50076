package io.plumbline.server.access.signin;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page comes from, written in one way only, however an address was spelt.
 *
 * @param port also where it is the usual one of the scheme
 */
record WebOrigin(String scheme, String host, int port) {

    /** Names of hosts may have an underscore, which {@link java.net.URI} takes for none. */
    private static final Pattern ADDRESS =
            Pattern.compile("(https?)://([^\\s/?#@:\\[\\]\\\\]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?");

    /** @return empty for what is no address of a server, such as {@code null}, which browsers say of pages from nowhere */
    static Optional<WebOrigin> of(String text) {
        Matcher parts = ADDRESS.matcher(text.toLowerCase(Locale.ROOT));
        return parts.matches()
                ? Optional.of(new WebOrigin(parts.group(1), parts.group(2), port(parts)))
                : Optional.empty();
    }

    private static int port(Matcher parts) {
        if (parts.group(3) != null) {
            return Integer.parseInt(parts.group(3));
        }
        return parts.group(1).equals("https") ? 443 : 80;
    }
}
