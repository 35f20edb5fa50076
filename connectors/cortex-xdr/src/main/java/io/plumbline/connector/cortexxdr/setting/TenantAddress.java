package io.plumbline.connector.cortexxdr.setting;

import io.plumbline.connector.api.HostAllowance;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes a base address of what people paste: a tenant's FQDN with or without scheme, {@code api-}, path, trailing dot or blanks.
 * A host that the operator allows is taken as it stands, {@code http://} included.
 */
final class TenantAddress {

    private static final String VENDOR_DOMAIN = ".paloaltonetworks.com";
    private static final String API_PREFIX = "api-";
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");
    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final int LONGEST_HOST = 253;

    private TenantAddress() {}

    /** Says in one sentence what is wrong with an address. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    static URI of(String entered, HostAllowance allowance) throws MalformedException {
        URI uri = parse(entered.strip());
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = host(uri);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new MalformedException("The address must begin with https:// or with the tenant's name.");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : standardPort(scheme);
        if (port < 1 || port > 65_535) {
            throw new MalformedException("The port is not between 1 and 65535.");
        }
        if (allowance.allows(unbracketed(host), port)) {
            return URI.create(scheme + "://" + host + (port == standardPort(scheme) ? "" : ":" + port));
        }
        return vendor(host, uri.getPort());
    }

    private static URI vendor(String host, int port) throws MalformedException {
        if (!host.endsWith(VENDOR_DOMAIN) || !LABELS.matcher(host).matches() || host.length() > LONGEST_HOST) {
            throw new MalformedException(
                    "This is no Cortex XDR tenant (such as tenant.xdr.eu.paloaltonetworks.com), and the"
                            + " operator does not allow other hosts than those in PLUMBLINE_ALLOWED_HOSTS.");
        }
        if (port >= 0 && port != 443 && port != 80) {
            throw new MalformedException("A Cortex XDR tenant answers on port 443 only.");
        }
        return URI.create("https://" + (host.startsWith(API_PREFIX) ? host : API_PREFIX + host));
    }

    private static URI parse(String entered) throws MalformedException {
        if (entered.isEmpty()) {
            throw new MalformedException("Enter the FQDN that Cortex XDR shows beside its API keys.");
        }
        try {
            URI uri = new URI(SCHEME.matcher(entered).matches() ? entered : "https://" + entered);
            if (uri.getHost() == null || uri.getRawUserInfo() != null) {
                throw new MalformedException("This is no host name.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new MalformedException("This is no host name.");
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int standardPort(String scheme) {
        return scheme.equals("http") ? 80 : 443;
    }
}
