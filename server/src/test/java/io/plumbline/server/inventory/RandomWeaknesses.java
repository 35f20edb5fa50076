package io.plumbline.server.inventory;

import io.plumbline.connector.api.Severity;
import io.plumbline.connector.api.WeaknessRecord;
import io.plumbline.connector.api.WeaknessRecord.HostEvidence;
import io.plumbline.server.inventory.InventoryUnderTest.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A small tenant's vulnerability data, in which CVEs appear, spread, get patched, re-scored and set aside. */
final class RandomWeaknesses {

    private static final List<String> SCORES = List.of("9.80", "7.00", "6.95", "3.95", "0.10");
    private static final List<String> WORDS = List.of("CRITICAL", "LOW", "NONE", "strange");
    /** Beside the endpoints' names, one that nobody ever bears. */
    private static final String STRANGER = "nobody";

    private final RandomGenerator random;
    private final List<Cve> cves = new ArrayList<>();

    RandomWeaknesses(RandomGenerator random) {
        this.random = random;
        for (int number = 1; number <= random.nextInt(1, 7); number++) {
            cves.add(new Cve("CVE-2026-000" + number));
        }
    }

    void live() {
        cves.forEach(Cve::live);
    }

    /** What the vendor returns: a CVE in one row or in two. */
    List<Row> read() {
        List<Row> rows = new ArrayList<>();
        for (Cve cve : cves) {
            if (cve.there) {
                rows.add(cve.row());
                if (chance(15)) {
                    rows.add(random.nextInt(rows.size() + 1), cve.secondRow());
                }
            }
        }
        return rows;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> @Nullable T anyOrNone(List<T> choices) {
        return chance(20) ? null : choices.get(random.nextInt(choices.size()));
    }

    private final class Cve {

        private final String name;
        private boolean there = chance(80);
        private boolean excluded = chance(10);
        private @Nullable BigDecimal score = anyScore();
        private @Nullable String word = anyOrNone(WORDS);
        private @Nullable String description = "what it is";
        private final TreeSet<String> hosts = new TreeSet<>();

        private Cve(String name) {
            this.name = name;
            for (String host : RandomEndpoints.NAMES) {
                if (chance(40)) {
                    hosts.add(host);
                }
            }
            if (chance(20)) {
                hosts.add(STRANGER);
            }
        }

        private void live() {
            there = chance(12) ? !there : there;
            excluded = chance(excluded ? 40 : 8) ? !excluded : excluded;
            score = chance(8) ? anyScore() : score;
            word = chance(8) ? anyOrNone(WORDS) : word;
            description = chance(5) ? anyOrNone(List.of("what it is", "what it does")) : description;
            for (String host : RandomEndpoints.NAMES) {
                if (chance(12) && !hosts.remove(host)) {
                    hosts.add(host);
                }
            }
        }

        private @Nullable BigDecimal anyScore() {
            String any = anyOrNone(SCORES);
            return any == null ? null : new BigDecimal(any);
        }

        private Row row() {
            HostEvidence evidence =
                    chance(80) ? HostEvidence.COMPLETE : chance(50) ? HostEvidence.ADDS_ONLY : HostEvidence.NONE;
            List<String> listed = new ArrayList<>(evidence == HostEvidence.NONE ? List.of() : hosts);
            if (evidence == HostEvidence.ADDS_ONLY) {
                listed.removeIf(host -> chance(50));
            }
            if (!listed.isEmpty() && chance(10)) {
                listed.add(listed.getFirst());
            }
            return new Row(
                    weakness(score, word, description, excluded, evidence, claimed(evidence, listed.size())), listed);
        }

        /** A vendor that lists all may count less; one that does not counts all. */
        private long claimed(HostEvidence evidence, int listed) {
            return evidence == HostEvidence.COMPLETE ? (name.endsWith("3") ? listed / 2 : listed) : hosts.size();
        }

        /** As of another product: scored, told and set aside by itself. */
        private Row secondRow() {
            List<String> listed =
                    RandomEndpoints.NAMES.stream().filter(host -> chance(20)).toList();
            return new Row(
                    weakness(
                            anyScore(),
                            anyOrNone(WORDS),
                            anyOrNone(List.of("what it is", "what it does")),
                            chance(70) == excluded,
                            HostEvidence.COMPLETE,
                            listed.size()),
                    listed);
        }

        private WeaknessRecord weakness(
                @Nullable BigDecimal score,
                @Nullable String word,
                @Nullable String description,
                boolean excluded,
                HostEvidence evidence,
                long claimed) {
            return new WeaknessRecord(
                    name,
                    Severity.of(score, word),
                    score,
                    word,
                    description,
                    excluded,
                    evidence,
                    claimed,
                    List.of(),
                    null,
                    null,
                    null,
                    null);
        }
    }
}
