package io.plumbline.connector.cortexxdr.value;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sorts addresses into IPv4 and IPv6, whichever list they came in, in canonical text (RFC 5952), each once.
 *
 * @param ipv4 dotted
 * @param ipv6 lower case, the longest run of zeros left out
 */
public record Addresses(List<String> ipv4, List<String> ipv6) {

    private static final Pattern DOTTED = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    /** @param oddities hears of what is no address */
    public static Addresses sort(List<String> entered, Oddities oddities) {
        Set<String> four = new LinkedHashSet<>();
        Set<String> six = new LinkedHashSet<>();
        for (String text : entered) {
            try {
                InetAddress address = literal(text);
                if (address instanceof Inet4Address) {
                    four.add(address.getHostAddress());
                } else {
                    six.add(canonical(address.getAddress()));
                }
            } catch (IllegalArgumentException noAddress) {
                oddities.count("IP address is invalid and was left out", text);
            }
        }
        return new Addresses(new ArrayList<>(four), new ArrayList<>(six));
    }

    /**
     * Never asks a resolver. Short forms such as 10.1 are no addresses here, nor are numbers that begin with a zero: some read
     * them as octal. A zone behind % is the host's own business.
     */
    private static InetAddress literal(String text) {
        String address = text.replaceFirst("%.*", "");
        if (address.indexOf(':') < 0 && !DOTTED.matcher(address).matches()) {
            throw new IllegalArgumentException("not an address");
        }
        return InetAddress.ofLiteral(address);
    }

    private static String canonical(byte[] bytes) {
        int[] groups = new int[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
        }
        int from = -1;
        int length = 1; // a single group of zeros is written out
        for (int i = 0; i < groups.length; i++) {
            int end = i;
            while (end < groups.length && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                from = i;
                length = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i == from) {
                text.append("::");
                i += length - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
