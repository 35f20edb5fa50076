package io.plumbline.benchmark;

/** A tenant to measure with. The number of findings is close to the product of CVEs and hosts. */
enum Size {
    SMALL(1_000, 500, 20),
    LARGE(20_000, 5_000, 200);

    private final int endpoints;
    private final int cves;
    private final int hostsPerCve;

    Size(int endpoints, int cves, int hostsPerCve) {
        this.endpoints = endpoints;
        this.cves = cves;
        this.hostsPerCve = hostsPerCve;
    }

    int endpoints() {
        return endpoints;
    }

    int cves() {
        return cves;
    }

    int hostsPerCve() {
        return hostsPerCve;
    }
}
