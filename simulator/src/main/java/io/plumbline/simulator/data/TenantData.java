package io.plumbline.simulator.data;

import io.plumbline.simulator.TenantOptions;

/** Everything that the tenant knows about its company. Thread-safe. */
public final class TenantData {

    private final Endpoints endpoints;

    public TenantData(TenantOptions options) {
        var company =
                new Company(options.seed(), options.endpoints(), options.clock().millis());
        endpoints = new Endpoints(company, options.clock());
    }

    public Endpoints endpoints() {
        return endpoints;
    }
}
