package io.plumbline.server.platform.outbound;

import io.plumbline.connector.api.HostAllowance;
import io.plumbline.server.platform.lifecycle.StartRefusedException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hosts that the operator named, each with one port or with all. An IPv6 literal with a port stands in brackets. Immutable. */
public final class HostList implements HostAllowance {

    private static final Pattern ENTRY = Pattern.compile(
            "(?:\\[([0-9a-f:.]+)]|([a-z0-9._-]+)|([0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*))(?::([0-9]{1,5}))?");

    private static final int HIGHEST_PORT = 65_535;

    private final Set<String> hosts = new HashSet<>();
    private final Set<String> hostsWithPort = new HashSet<>();

    private HostList() {}

    /**
     * @param entries each {@code host} or {@code host:port}
     * @param variable where they come from, to be named when one is malformed
     */
    public static HostList parse(List<String> entries, String variable) {
        HostList list = new HostList();
        for (String entry : entries) {
            list.add(entry, variable);
        }
        return list;
    }

    @Override
    public boolean allows(String host, int port) {
        String plain = host.toLowerCase(Locale.ROOT);
        return hosts.contains(plain) || hostsWithPort.contains(plain + " " + port);
    }

    private void add(String entry, String variable) {
        Matcher matcher = ENTRY.matcher(entry.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !isPort(matcher.group(4))) {
            throw new StartRefusedException(
                    variable + " has an entry that is no host: " + entry,
                    "Write host or host:port, without a scheme or a path, separated by commas.");
        }
        String host = firstOf(matcher);
        String port = matcher.group(4);
        if (port == null) {
            hosts.add(host);
        } else {
            hostsWithPort.add(host + " " + Integer.parseInt(port));
        }
    }

    private static boolean isPort(@Nullable String text) {
        return text == null || (Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= HIGHEST_PORT);
    }

    private static String firstOf(Matcher matcher) {
        for (int group = 1; group <= 3; group++) {
            String host = matcher.group(group);
            if (host != null) {
                return host;
            }
        }
        throw new IllegalStateException("the pattern matched without a host");
    }
}
