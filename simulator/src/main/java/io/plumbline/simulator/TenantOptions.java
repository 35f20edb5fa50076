package io.plumbline.simulator;

import java.time.Clock;

/**
 * What a tenant starts with. The console changes the rest while it runs.
 *
 * @param port of the loopback interface; 0 for any that is free
 * @param seed equal options with equal seeds make equal tenants
 * @param endpoints how many hosts the company has
 * @param cves how many vulnerabilities are known, the first of them real ones
 * @param hostsPerCve on how many hosts each is found, on average
 * @param clock what the tenant takes for the time
 * @param standardKey the secret of the key whose security level is <em>Standard</em>
 * @param standardKeyId its id, sent as {@code x-xdr-auth-id}
 * @param advancedKey the secret of the key whose security level is <em>Advanced</em>
 * @param advancedKeyId its id
 */
public record TenantOptions(
        int port,
        long seed,
        int endpoints,
        int cves,
        int hostsPerCve,
        Clock clock,
        String standardKey,
        String standardKeyId,
        String advancedKey,
        String advancedKeyId) {

    private static final int KEY_LENGTH = 128;

    /** @throws IllegalArgumentException where a number is out of range or the two keys share an id */
    public TenantOptions {
        require(port >= 0 && port <= 65_535, "the port must be between 0 and 65535");
        require(endpoints >= 0 && endpoints <= 4_000_000, "endpoints must be between 0 and 4,000,000");
        require(cves >= 0 && cves <= 1_000_000, "CVEs must be between 0 and 1,000,000");
        require(hostsPerCve >= 0, "hosts per CVE must be 0 or more");
        require(!standardKeyId.equals(advancedKeyId), "the two keys need different ids");
    }

    /** A small company with fixed keys, on any port, with the system's clock. */
    public static TenantOptions defaults() {
        return new TenantOptions(
                0,
                1,
                230,
                140,
                12,
                Clock.systemUTC(),
                key("simulated-standard-key-"),
                "11",
                key("simulated-advanced-key-"),
                "12");
    }

    public TenantOptions withPort(int value) {
        return new TenantOptions(
                value,
                seed,
                endpoints,
                cves,
                hostsPerCve,
                clock,
                standardKey,
                standardKeyId,
                advancedKey,
                advancedKeyId);
    }

    public TenantOptions withSeed(long value) {
        return new TenantOptions(
                port,
                value,
                endpoints,
                cves,
                hostsPerCve,
                clock,
                standardKey,
                standardKeyId,
                advancedKey,
                advancedKeyId);
    }

    public TenantOptions withEndpoints(int value) {
        return new TenantOptions(
                port, seed, value, cves, hostsPerCve, clock, standardKey, standardKeyId, advancedKey, advancedKeyId);
    }

    public TenantOptions withCves(int value) {
        return new TenantOptions(
                port,
                seed,
                endpoints,
                value,
                hostsPerCve,
                clock,
                standardKey,
                standardKeyId,
                advancedKey,
                advancedKeyId);
    }

    public TenantOptions withHostsPerCve(int value) {
        return new TenantOptions(
                port, seed, endpoints, cves, value, clock, standardKey, standardKeyId, advancedKey, advancedKeyId);
    }

    public TenantOptions withClock(Clock value) {
        return new TenantOptions(
                port,
                seed,
                endpoints,
                cves,
                hostsPerCve,
                value,
                standardKey,
                standardKeyId,
                advancedKey,
                advancedKeyId);
    }

    /** A tenant without anything in it, for tests that say themselves what there is. */
    public TenantOptions empty() {
        return withEndpoints(0).withCves(0);
    }

    /** Everything but the secrets. */
    @Override
    public String toString() {
        return "TenantOptions[port=%d, seed=%d, endpoints=%d, cves=%d, hostsPerCve=%d, keys %s and %s]"
                .formatted(port, seed, endpoints, cves, hostsPerCve, standardKeyId, advancedKeyId);
    }

    /** The vendor's keys have 128 characters. */
    private static String key(String start) {
        return start.repeat(KEY_LENGTH / start.length() + 1).substring(0, KEY_LENGTH);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
