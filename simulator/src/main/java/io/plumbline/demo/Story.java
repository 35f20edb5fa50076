package io.plumbline.demo;

import io.plumbline.simulator.Call;
import io.plumbline.simulator.Fault;
import io.plumbline.simulator.TenantConsole;
import io.plumbline.simulator.data.Endpoint;
import io.plumbline.simulator.data.EndpointSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What happens in the simulated company in the days before today, so that there is something to see of every kind: weaknesses come,
 * are patched, come back and are set aside; machines come, vanish, return, are lost and renamed; one night the vendor is down. Told
 * from a seed: a tenant that is started again lives through the same and ends the same.
 */
final class Story {

    /** How many days before today it begins. */
    static final int DAYS = 15;

    private static final long SEED = 20_260_801;
    private static final int WEAKNESSES_A_DAY = 22;
    private static final int VANISHING = 9;

    private final TenantConsole tenant;
    private final Random random = new Random(SEED);
    private final List<String> weaknesses;
    private final List<Vanished> vanished = new ArrayList<>();
    private final List<Patched> patched = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();
    private int arrivals;

    private record Vanished(String id, String name) {}

    private record Patched(String weakness, String host) {}

    Story(TenantConsole tenant) {
        this.tenant = tenant;
        this.weaknesses = List.copyOf(tenant.cves().names());
    }

    /**
     * What is so before the first day.
     *
     * @param start the time of that day
     */
    void begin(Instant start) {
        // Nobody has switched this one on for long: the retention of 90 days takes it on the fifth day.
        Endpoint silent = machine();
        tenant.endpoints().setStatus(silent.id(), "DISCONNECTED");
        tenant.endpoints()
                .setLastSeen(silent.id(), start.minus(Duration.ofDays(85)).toEpochMilli());
    }

    /** @param daysAgo from {@link #DAYS} − 1 on, down to 0 for today */
    void day(int daysAgo) {
        patchSome();
        if (daysAgo % 3 != 2) {
            findNew(daysAgo);
        }
        arrive();
        switch (daysAgo) {
            case 12 -> tenant.endpoints().setStatus(machine().id(), "LOST");
            case 11 -> vanish();
            case 8 -> comeBack();
            case 6 -> tenant.cves().exclude(weaknesses.get(weaknesses.size() / 3), true);
            case 5 -> listAgain();
            case 3 -> {
                Endpoint renamed = machine();
                tenant.endpoints().rename(renamed.id(), renamed.name() + "-NEW");
            }
            default -> {}
        }
    }

    /** Whether the vendor is down in the night of that day. */
    static boolean isOutage(int daysAgo) {
        return daysAgo == 9;
    }

    void beginOutage() {
        tenant.faults().always(Call.START_XQL_QUERY, new Fault.Html(503));
    }

    void endOutage() {
        tenant.faults().clear();
    }

    private void patchSome() {
        for (int i = 0; i < WEAKNESSES_A_DAY; i++) {
            String weakness = weaknesses.get(random.nextInt(weaknesses.size()));
            for (String host : List.copyOf(tenant.cves().hosts(weakness))) {
                if (random.nextInt(3) > 0) {
                    tenant.cves().patchHost(weakness, host);
                    patched.add(new Patched(weakness, host));
                }
            }
        }
    }

    private void findNew(int daysAgo) {
        for (int i = 0; i < 2; i++) {
            double score = 4 + random.nextInt(60) / 10.0;
            List<String> hosts = new ArrayList<>();
            for (int host = 3 + random.nextInt(40); host > 0; host--) {
                hosts.add(machine().name());
            }
            tenant.cves()
                    .put(
                            "CVE-2026-%d".formatted(71_000 + daysAgo * 10 + i),
                            score,
                            score >= 9 ? "CRITICAL" : score >= 7 ? "HIGH" : "MEDIUM",
                            "A flaw that was published this month; this text belongs to the demonstration.",
                            hosts);
        }
    }

    private void arrive() {
        int number = 900 + arrivals++;
        tenant.endpoints().put("%032x".formatted(0xD000_0000L + number), "BER-LT-%05d".formatted(number));
    }

    private void vanish() {
        for (int i = 0; i < VANISHING; i++) {
            Endpoint gone = machine();
            tenant.endpoints().remove(gone.id());
            vanished.add(new Vanished(gone.id(), gone.name()));
        }
    }

    private void comeBack() {
        vanished.subList(0, VANISHING / 3).forEach(back -> tenant.endpoints().put(back.id(), back.name()));
    }

    private void listAgain() {
        for (int i = 0; i < patched.size(); i += 6) {
            tenant.cves().addHost(patched.get(i).weakness(), patched.get(i).host());
        }
    }

    /** One that nothing has happened to yet. */
    private Endpoint machine() {
        EndpointSnapshot all = tenant.endpoints().snapshot();
        while (true) {
            Endpoint some = all.at(random.nextLong(all.size()));
            if (touched.add(some.id())) {
                return some;
            }
        }
    }
}
