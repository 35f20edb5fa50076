package io.plumbline.connector.cortexxdr.check;

import io.plumbline.connector.api.CheckDefinition;
import java.util.List;

/** The checks in their order: from the name of the tenant to the data. */
public final class Checks {

    static final CheckDefinition ADDRESS = new CheckDefinition("address", "FQDN is well-formed and allowed");
    static final CheckDefinition NAME = new CheckDefinition("name-resolution", "Name resolves");
    static final CheckDefinition REACHABLE = new CheckDefinition("reachability", "Tenant is reachable over TLS");
    static final CheckDefinition AUTHENTICATION = new CheckDefinition("authentication", "API key is accepted");
    static final CheckDefinition ENDPOINTS = new CheckDefinition("endpoints", "Endpoints are readable");
    static final CheckDefinition XQL = new CheckDefinition("xql", "XQL is usable and has quota left");
    static final CheckDefinition VULNERABILITIES =
            new CheckDefinition("vulnerabilities", "Vulnerability data is present (Host Insights)");

    public static final List<CheckDefinition> ALL =
            List.of(ADDRESS, NAME, REACHABLE, AUTHENTICATION, ENDPOINTS, XQL, VULNERABILITIES);

    private Checks() {}
}
