package io.plumbline.server.connector;

import io.plumbline.server.platform.outbound.OutboundRules;
import java.util.Optional;

/** Reads {@code connection}, its write-only password into the secrets. */
final class ConnectionFields {

    private static final int MOST_REQUESTS_PER_SECOND = 100;
    private static final int LONGEST_LOGIN = 256;

    private ConnectionFields() {}

    static Connection read(Fields form, OutboundRules rules, EnteredSecrets secrets) {
        Fields fields = form.section("connection");
        Optional<String> proxyUrl = ProxyUrl.read(fields, rules);
        Optional<String> proxyUser = login(fields, "proxyUser");
        boolean proxyGiven = fields.value("proxyUrl").isPresent();
        if (proxyUser.isPresent() && !proxyGiven) {
            fields.refuse("proxyUser", "A login needs a proxy to log in to: give proxyUrl too.");
        }
        if (proxyUser.isPresent() && proxyUser.get().contains(":")) {
            fields.refuse("proxyUser", "Must not contain a colon, which ends the name in a proxy's login.");
        }
        readPassword(fields, proxyGiven && proxyUser.isPresent(), secrets);
        int requests = fields.wholeNumber(
                "requestsPerSecond", 1, MOST_REQUESTS_PER_SECOND, Connection.DEFAULT_REQUESTS_PER_SECOND);
        Optional<String> trustedCa = trustedCa(fields);
        fields.refuseUnknown();
        return new Connection(proxyUrl.orElse(null), proxyUser.orElse(null), trustedCa.orElse(null), requests);
    }

    /** A password without a login to go with is refused when it is new, and forgotten when it was stored. */
    private static void readPassword(Fields fields, boolean loginGiven, EnteredSecrets secrets) {
        Optional<String> password = login(fields, "proxyPassword");
        if (password.isPresent() && !loginGiven) {
            fields.refuse("proxyPassword", "A password needs a login to go with: give proxyUrl and proxyUser too.");
        }
        if (password.isPresent()) {
            secrets.set(EnteredSecrets.PROXY_PASSWORD, password.get());
        } else if (!loginGiven || (fields.mentions("proxyPassword") && !fields.refused("proxyPassword"))) {
            secrets.remove(EnteredSecrets.PROXY_PASSWORD);
        }
    }

    private static Optional<String> login(Fields fields, String key) {
        Optional<String> text = fields.text(key);
        if (text.isPresent()
                && (text.get().isBlank()
                        || text.get().length() > LONGEST_LOGIN
                        || text.get().chars().anyMatch(Character::isISOControl))) {
            fields.refuse(key, "Must have 1 to %d characters, or be null.".formatted(LONGEST_LOGIN));
            return Optional.empty();
        }
        return text;
    }

    private static Optional<String> trustedCa(Fields fields) {
        Optional<String> text =
                fields.text("trustedCa").map(pem -> pem.replace("\r\n", "\n").strip());
        if (text.isPresent() && !PemCertificates.isPem(text.get())) {
            fields.refuse(
                    "trustedCa",
                    "Must be certificates in PEM, from BEGIN CERTIFICATE to END CERTIFICATE, and nothing else; %d kB at most."
                            .formatted(PemCertificates.LONGEST / 1024));
            return Optional.empty();
        }
        return text;
    }
}
