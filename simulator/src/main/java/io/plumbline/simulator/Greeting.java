package io.plumbline.simulator;

import java.util.Locale;

/** What a person who has started a tenant needs to know of it. */
final class Greeting {

    private Greeting() {}

    static String of(SimulatedTenant tenant, TenantOptions options) {
        return String.format(
                Locale.ROOT,
                """
                A simulated Cortex XDR tenant with %d endpoints and %d vulnerabilities (seed %d) runs at
                  %s

                Standard key, id %s:
                  %s
                Advanced key, id %s:
                  %s

                For a connector: the address is its FQDN; take either key with its id and security level.
                By hand, with the Standard key:
                  curl -H 'x-xdr-auth-id: %s' -H "Authorization: $KEY" %s%s
                Its console changes data and behaviour and lists what it can do at
                  %s/console

                Ctrl-C ends it, and nothing is kept.
                """,
                options.endpoints(),
                options.cves(),
                options.seed(),
                tenant.url(),
                options.standardKeyId(),
                options.standardKey(),
                options.advancedKeyId(),
                options.advancedKey(),
                options.standardKeyId(),
                tenant.url(),
                Call.HEALTHCHECK.path(),
                tenant.url());
    }
}
