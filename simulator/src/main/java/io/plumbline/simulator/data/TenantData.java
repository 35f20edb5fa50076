package io.plumbline.simulator.data;

import io.plumbline.simulator.TenantOptions;

/** Everything that the tenant knows about its company. Thread-safe. */
public final class TenantData {

    private final Endpoints endpoints;
    private final Cves cves;

    public TenantData(TenantOptions options) {
        var clock = options.clock();
        var company = new Company(options.seed(), options.endpoints(), clock.millis());
        var catalogue = new CveCatalogue(company.seeded, options.cves(), options.endpoints(), options.hostsPerCve());
        endpoints = new Endpoints(company, clock);
        cves = new Cves(catalogue, endpoints, clock);
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public Cves cves() {
        return cves;
    }
}
