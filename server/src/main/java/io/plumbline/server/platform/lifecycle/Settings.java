package io.plumbline.server.platform.lifecycle;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * What the operator set, by the names of the environment variables. Each is a property too: {@code PLUMBLINE_DATABASE_URL} is
 * {@code plumbline.database-url}. Blank counts as absent. Immutable.
 */
public final class Settings {

    private static final String LOOPBACK = "127.0.0.1";

    private final Environment environment;

    public Settings(Environment environment) {
        this.environment = environment;
    }

    /** @param variable the environment variable's name, such as {@code PLUMBLINE_DATA} */
    public Optional<String> find(String variable) {
        return Optional.ofNullable(environment.getProperty(propertyOf(variable)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** The comma-separated entries of a list, none where it is absent. */
    public List<String> list(String variable) {
        return find(variable).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /**
     * An address of HTTP or HTTPS, as it stands.
     *
     * @throws StartRefusedException where it is none
     */
    public Optional<URI> url(String variable) {
        return find(variable).map(text -> {
            try {
                URI url = URI.create(text);
                if (url.getHost() != null && List.of("https", "http").contains(url.getScheme())) {
                    return url;
                }
            } catch (IllegalArgumentException malformed) {
                // told below
            }
            throw new StartRefusedException(
                    variable + " is no address: " + text, "Set it to a URL such as https://plumbline.example.");
        });
    }

    /** The folder of the embedded database, keys and logs; absolute. */
    public Path dataFolder() {
        String folder = find("PLUMBLINE_DATA").orElse("data");
        try {
            return Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException notAPath) {
            throw new StartRefusedException("PLUMBLINE_DATA is not a path: " + folder, "Set it to a folder.", notAPath);
        }
    }

    /** The address to listen on. */
    public InetAddress host() {
        String host = find("PLUMBLINE_HOST").orElse(LOOPBACK);
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new StartRefusedException(
                    "PLUMBLINE_HOST names no address of this machine: " + host,
                    "Set it to an address to listen on, or leave it out for " + LOOPBACK + ".",
                    unknown);
        }
    }

    /** Whether only this machine can reach the server. */
    public boolean boundToLoopback() {
        return host().isLoopbackAddress();
    }

    /** The port to listen on; 0 lets the system choose a free one. */
    public int port() {
        String port = find("PLUMBLINE_PORT").orElse("8080");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
            throw new StartRefusedException(
                    "PLUMBLINE_PORT is not a port: " + port, "Set it to a number from 0 to 65535 (0: any free port).");
        }
        return Integer.parseInt(port);
    }

    static String propertyOf(String variable) {
        return variable.toLowerCase(Locale.ROOT)
                .replaceFirst("^plumbline_", "plumbline.")
                .replace('_', '-');
    }
}
