package io.plumbline.server.inventory;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.AttributeValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A small tenant's endpoints, which come, go, return, rename themselves, share names and fall silent. */
final class RandomEndpoints {

    static final List<String> NAMES =
            List.of("alpha", "Alpha", "beta", "gamma", "GAMMA", "\u0130stanbul", "istanbul", "delta");
    private static final List<String> STATUSES = List.of("CONNECTED", "DISCONNECTED", "LOST", "lost", "UNINSTALLED");

    private final RandomGenerator random;
    private final List<Endpoint> endpoints = new ArrayList<>();

    RandomEndpoints(RandomGenerator random, Instant start) {
        this.random = random;
        for (int number = 0; number < random.nextInt(1, 9); number++) {
            endpoints.add(new Endpoint("e" + number, start));
        }
    }

    /** What may have happened until the next sync. */
    void liveUntil(Instant now) {
        endpoints.forEach(endpoint -> endpoint.liveUntil(now));
    }

    /** What the vendor returns; now and then one endpoint twice, as windows overlap. */
    List<AssetRecord> read() {
        List<AssetRecord> records = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (!endpoint.there) {
                continue;
            }
            if (endpoint.lastSeen != null && chance(10)) {
                records.add(endpoint.record("seen in the window before", endpoint.lastSeen.minusSeconds(60)));
            }
            records.add(endpoint.record(endpoint.system, endpoint.lastSeen));
            if (endpoint.lastSeen != null && chance(10)) {
                records.add(endpoint.record("seen in the window after", endpoint.lastSeen.minusSeconds(60)));
            }
        }
        return records;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private final class Endpoint {

        private final String id;
        private boolean there = chance(80);
        private String name = any(NAMES);
        private String system = "Windows 11";
        private @Nullable String status = any(STATUSES);
        private List<String> tags = List.of();
        private List<String> users = List.of("zoe");
        private @Nullable Instant firstSeen;
        private @Nullable Instant lastSeen;

        private Endpoint(String id, Instant start) {
            this.id = id;
            this.firstSeen = chance(60) ? start.minus(Duration.ofDays(random.nextInt(200))) : null;
            this.lastSeen = start;
            liveUntil(start);
        }

        private void liveUntil(Instant now) {
            there = chance(20) ? !there : there;
            name = chance(15) ? any(NAMES) : name;
            system = chance(5) ? "Windows 1" + random.nextInt(3) : system;
            status = chance(15) ? (chance(10) ? null : any(STATUSES)) : chance(30) ? "CONNECTED" : status;
            tags = chance(5) ? List.of("tag " + random.nextInt(2)) : tags;
            users = chance(5) ? List.of("zoe", "ben " + random.nextInt(2)) : users;
            if (chance(10)) {
                firstSeen = chance(50) ? null : now.minus(Duration.ofDays(random.nextInt(300)));
            }
            if (chance(70)) {
                lastSeen = now.minus(Duration.ofMinutes(random.nextInt(600)));
            } else if (chance(10)) {
                lastSeen = null;
            } else if (chance(10)) {
                lastSeen = now.plus(Duration.ofDays(random.nextInt(1, 40)));
            } else if (chance(20)) {
                lastSeen = now.minus(Duration.ofDays(random.nextInt(20, 120)));
            }
        }

        private AssetRecord record(String operatingSystem, @Nullable Instant seen) {
            TreeMap<String, AttributeValue> custom = new TreeMap<>();
            custom.put("users", new AttributeValue.Texts(users));
            return new AssetRecord(
                    id,
                    name,
                    operatingSystem,
                    null,
                    List.of("10.0.0.1"),
                    List.of(),
                    List.of(),
                    tags,
                    custom,
                    status,
                    firstSeen,
                    seen);
        }
    }
}
