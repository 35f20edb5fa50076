package io.plumbline.server.rest;

import io.plumbline.connector.api.Severity;
import io.plumbline.connector.api.WeaknessRecord;
import io.plumbline.connector.api.WeaknessRecord.HostEvidence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A weakness as a vendor lists it, with the hosts that it affects. Says no more than a test makes it say. */
public final class Cve {

    private final String name;
    private final List<String> hosts;
    private @Nullable BigDecimal score;
    private @Nullable String word;
    private @Nullable String description;
    private boolean excluded;
    private List<String> products = List.of();
    private @Nullable Instant publishedAt;
    private @Nullable BigDecimal exploitability;
    private @Nullable BigDecimal impact;
    private @Nullable String type;

    private Cve(String name, List<String> hosts) {
        this.name = name;
        this.hosts = hosts;
    }

    /** Of 2026, by its number. */
    public static Cve cve(int number, String... hosts) {
        return named("CVE-2026-" + number, hosts);
    }

    public static Cve named(String name, String... hosts) {
        return new Cve(name, List.of(hosts));
    }

    public Cve score(String value) {
        score = new BigDecimal(value);
        return this;
    }

    /** The vendor's own severity. */
    public Cve word(String value) {
        word = value;
        return this;
    }

    public Cve description(String value) {
        description = value;
        return this;
    }

    public Cve excluded() {
        excluded = true;
        return this;
    }

    public Cve products(String... values) {
        products = List.of(values);
        return this;
    }

    public Cve published(String value) {
        publishedAt = Instant.parse(value);
        return this;
    }

    public Cve exploitability(String value) {
        exploitability = new BigDecimal(value);
        return this;
    }

    public Cve impact(String value) {
        impact = new BigDecimal(value);
        return this;
    }

    public Cve type(String value) {
        type = value;
        return this;
    }

    List<String> hosts() {
        return hosts;
    }

    WeaknessRecord read() {
        return new WeaknessRecord(
                name,
                Severity.of(score, word),
                score,
                word,
                description,
                excluded,
                HostEvidence.COMPLETE,
                hosts.size(),
                products,
                publishedAt,
                exploitability,
                impact,
                type);
    }
}
