package io.plumbline.server.weakness;

import static io.plumbline.server.rest.Cve.cve;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.server.platform.chart.FindingsByDay;
import io.plumbline.server.platform.chart.FindingsByDay.Day;
import io.plumbline.server.rest.Cve;
import io.plumbline.server.rest.InventoryRestSuite;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Random weeks of two connectors: the trend of each weakness is what somebody counts who looks at every finding before and after each
 * run, and all of them together are the dashboard's.
 */
class WeaknessDaysTest extends InventoryRestSuite {

    private static final int RUNS = 60;
    private static final int CVES = 5;
    private static final List<String> HOSTS = List.of("a", "b", "c", "c#2", "d", "e");
    private static final LocalDate FIRST_RUN = LocalDate.parse("2026-01-20");

    @Autowired
    private WeaknessTrend trend;

    /** By weakness, those days on which something ran. */
    private final Map<Integer, TreeMap<LocalDate, Day>> counted = new HashMap<>();

    private Map<Key, Finding> before = Map.of();

    private record Key(int connector, int name, int weakness) {}

    private record Finding(boolean isFixed, boolean isWithheld) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsToldOfADayIsWhatWasCountedOnIt(long seed) throws Exception {
        Random random = new Random(seed);
        int one = syncs.connector("one");
        int two = syncs.connector("two");
        Instant now = FIRST_RUN.atStartOfDay().toInstant(ZoneOffset.UTC);
        for (int run = 0; run < RUNS; run++) {
            clock.set(now.toString());
            sync(run > 20 && random.nextBoolean() ? two : one, random);
            count(LocalDate.ofInstant(now, ZoneOffset.UTC));
            now = now.plus(Duration.ofSeconds(random.nextInt(2 * 86_400)));
        }

        LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (LocalDate today : List.of(last, last.plusDays(7), last.minusDays(20), FIRST_RUN.plusDays(9), FIRST_RUN)) {
            for (int weakness : counted.keySet()) {
                assertThat(trend.upTo(today, weakness))
                        .as("seed %d, weakness %d, up to %s", seed, weakness, today)
                        .isEqualTo(
                                days(today).map(day -> expected(weakness, day)).toList());
            }
            clock.set(today + "T23:59:59Z");
            assertThat(dashboard())
                    .as("seed %d, up to %s", seed, today)
                    .isEqualTo(days(today).map(this::expectedOfAll).toList());
        }
    }

    private void sync(int connector, Random random) {
        List<String> hosts =
                HOSTS.stream().filter(host -> random.nextInt(10) > 0).toList();
        Cve[] listed = IntStream.rangeClosed(1, CVES)
                .filter(number -> random.nextInt(10) > 0)
                .mapToObj(number -> listed(number, random))
                .toArray(Cve[]::new);
        switch (random.nextInt(10)) {
            case 0 -> syncs.syncWithGaps(connector, hosts, listed);
            case 1 -> syncs.syncWithoutFindings(connector, hosts);
            case 2 -> syncs.syncAssetsOnly(connector, hosts);
            default -> syncs.sync(connector, hosts, listed);
        }
    }

    private static Cve listed(int number, Random random) {
        String[] hosts = Stream.of("a", "b", "c", "d", "e")
                .filter(host -> random.nextBoolean())
                .toArray(String[]::new);
        Cve cve = cve(number, hosts).score(random.nextInt(5) == 0 ? "9.8" : "5.0");
        return random.nextInt(12) == 0 ? cve.excluded() : cve;
    }

    /** What is open after the last run of a day, and all that its runs did. */
    private void count(LocalDate day) {
        Map<Key, Finding> after = findings();
        after.keySet().forEach(key -> counted.computeIfAbsent(key.weakness(), _ -> new TreeMap<>()));
        counted.forEach((weakness, days) -> {
            Day sofar = days.getOrDefault(day, new Day(day, null, 0, 0, 0));
            long open = 0;
            long created = sofar.created();
            long fixed = sofar.fixed();
            long resurfaced = sofar.resurfaced();
            for (Key key : after.keySet()) {
                if (key.weakness() == weakness) {
                    Finding now = after.get(key);
                    Finding was = before.get(key);
                    open += now.isFixed() || now.isWithheld() ? 0 : 1;
                    created += was == null ? 1 : 0;
                    fixed += was != null && !was.isFixed() && now.isFixed() ? 1 : 0;
                    resurfaced += was != null && was.isFixed() && !now.isFixed() ? 1 : 0;
                }
            }
            days.put(day, new Day(day, open, created, fixed, resurfaced));
        });
        before = after;
    }

    private Map<Key, Finding> findings() {
        Map<Key, Finding> findings = new HashMap<>();
        jdbc.sql("select connector_id, name_id, weakness_id, state = 3, withheld is not null from finding")
                .query(row -> {
                    findings.put(
                            new Key(row.getInt(1), row.getInt(2), row.getInt(3)),
                            new Finding(row.getBoolean(4), row.getBoolean(5)));
                });
        return findings;
    }

    private static Stream<LocalDate> days(LocalDate today) {
        return today.minusDays(FindingsByDay.DAYS - 1).datesUntil(today.plusDays(1));
    }

    private Day expected(int weakness, LocalDate day) {
        TreeMap<LocalDate, Day> days = counted.getOrDefault(weakness, new TreeMap<>());
        Day ran = days.get(day);
        Map.Entry<LocalDate, Day> latest = days.floorEntry(day);
        @Nullable
        Long open = day.isBefore(FIRST_RUN)
                ? null
                : latest == null ? 0L : latest.getValue().open();
        return ran == null
                ? new Day(day, open, 0, 0, 0)
                : new Day(day, open, ran.created(), ran.fixed(), ran.resurfaced());
    }

    private Day expectedOfAll(LocalDate day) {
        return counted.keySet().stream()
                .map(weakness -> expected(weakness, day))
                .reduce((one, other) -> new Day(
                        day,
                        one.open() == null || other.open() == null ? null : one.open() + other.open(),
                        one.created() + other.created(),
                        one.fixed() + other.fixed(),
                        one.resurfaced() + other.resurfaced()))
                .orElseThrow();
    }

    private List<Day> dashboard() throws Exception {
        List<Day> days = new ArrayList<>();
        for (JsonNode day : get("/summary").body().get("trend")) {
            JsonNode open = day.get("open");
            days.add(new Day(
                    LocalDate.parse(day.get("date").stringValue()),
                    open.isNull() ? null : (Long) sum(open),
                    sum(day.get("new")),
                    sum(day.get("fixed")),
                    sum(day.get("resurfaced"))));
        }
        return days;
    }

    private static long sum(JsonNode bySeverity) {
        return bySeverity.valueStream().mapToLong(JsonNode::longValue).sum();
    }
}
