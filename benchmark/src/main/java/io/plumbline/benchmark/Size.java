package io.plumbline.benchmark;

/** A tenant to measure with. Its open findings are a little fewer than the product of CVEs and hosts: ten thousand, a million. */
enum Size {
    SMALL(1_000, 500, 25),
    LARGE(20_000, 5_000, 250);

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
