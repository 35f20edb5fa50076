package io.plumbline.server.sync;

import io.plumbline.connector.api.AssetRecord;
import io.plumbline.connector.api.AssetSink;
import io.plumbline.connector.api.AssetsRead;
import io.plumbline.connector.api.CheckDefinition;
import io.plumbline.connector.api.CheckListener;
import io.plumbline.connector.api.Connector;
import io.plumbline.connector.api.FindingSink;
import io.plumbline.connector.api.FindingsRead;
import io.plumbline.connector.api.ReadMonitor;
import io.plumbline.connector.api.ReadOptions;
import io.plumbline.connector.api.Severity;
import io.plumbline.connector.api.TestOptions;
import io.plumbline.connector.api.WeaknessRecord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** A source that does what a test tells it: what it holds, where it stops and waits, and where it fails. */
final class Vendor {

    /** Where a read can be held or fail; the item is reported before. */
    enum Point {
        PROBE,
        ASSETS,
        CONFIRM,
        FINDINGS
    }

    volatile List<String> hosts = List.of();
    volatile Map<String, List<String>> affected = Map.of();
    /** Assets that the big read leaves out although they are there. */
    volatile List<String> overlooked = List.of();

    /** Of each of the assets. */
    volatile List<String> addresses = List.of();

    volatile long droppedAssets;
    volatile long droppedFindings;
    volatile long droppedInConfirmation;
    /** How many ids each question for absent assets held. */
    final List<Integer> asked = new CopyOnWriteArrayList<>();

    volatile boolean findingsSkipped;
    volatile String cautions = "";
    volatile String says = "reading";
    private final Map<Point, Hold> holds = new ConcurrentHashMap<>();
    private final Map<Point, RuntimeException> failures = new ConcurrentHashMap<>();

    /** One reader waits here; the test knows when it has come. */
    static final class Hold {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);
        final boolean deaf;

        Hold(boolean deaf) {
            this.deaf = deaf;
        }

        void pass() throws InterruptedException {
            reached.countDown();
            if (!deaf) {
                released.await();
                return;
            }
            while (released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    // A reader that does not hear: what is to be tested is that it can do no harm.
                }
            }
        }
    }

    static Vendor of(int hosts, int weaknesses) {
        Vendor vendor = new Vendor();
        vendor.hosts = names(hosts);
        Map<String, List<String>> affected = new TreeMap<>();
        IntStream.rangeClosed(1, weaknesses).forEach(n -> affected.put("CVE-2026-" + (1000 + n), names(hosts)));
        vendor.affected = affected;
        return vendor;
    }

    static List<String> names(int hosts) {
        return IntStream.rangeClosed(1, hosts).mapToObj("host-%03d"::formatted).toList();
    }

    Hold holdAt(Point point) {
        Hold hold = new Hold(false);
        holds.put(point, hold);
        return hold;
    }

    Hold holdDeafAt(Point point) {
        Hold hold = new Hold(true);
        holds.put(point, hold);
        return hold;
    }

    void failAt(Point point, RuntimeException failure) {
        failures.put(point, failure);
    }

    void mend() {
        failures.clear();
    }

    Connector open() {
        return new Reader();
    }

    private void pass(Point point) throws InterruptedException {
        Hold hold = holds.remove(point);
        if (hold != null) {
            hold.pass();
        }
        RuntimeException failure = failures.get(point);
        if (failure != null) {
            throw failure;
        }
    }

    private AssetRecord asset(String host) {
        return new AssetRecord(
                "id-" + host,
                host,
                "Linux",
                null,
                addresses,
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                "CONNECTED",
                null,
                null);
    }

    private final class Reader implements Connector {

        @Override
        public List<CheckDefinition> checks() {
            return List.of();
        }

        @Override
        public void test(TestOptions options, CheckListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void probe(ReadOptions options, ReadMonitor monitor) throws InterruptedException {
            monitor.info(says);
            pass(Point.PROBE);
        }

        @Override
        public AssetsRead readAssets(ReadOptions options, AssetSink sink, ReadMonitor monitor)
                throws InterruptedException {
            List<String> returned =
                    hosts.stream().filter(host -> !overlooked.contains(host)).toList();
            monitor.expect(returned.size());
            for (String host : returned) {
                sink.asset(asset(host));
                monitor.progress(1);
            }
            pass(Point.ASSETS);
            return new AssetsRead(OptionalLong.of(hosts.size()), droppedAssets);
        }

        @Override
        public AssetsRead confirmAbsent(
                Collection<String> externalIds, ReadOptions options, AssetSink sink, ReadMonitor monitor)
                throws InterruptedException {
            asked.add(externalIds.size());
            for (String host : hosts) {
                if (externalIds.contains("id-" + host)) {
                    sink.asset(asset(host));
                }
            }
            pass(Point.CONFIRM);
            return new AssetsRead(OptionalLong.empty(), droppedInConfirmation);
        }

        @Override
        public FindingsRead readFindings(ReadOptions options, FindingSink sink, ReadMonitor monitor)
                throws InterruptedException {
            monitor.expect(affected.size());
            int row = 0;
            for (Map.Entry<String, List<String>> weakness : affected.entrySet()) {
                for (String host : weakness.getValue()) {
                    sink.affected(row, host);
                }
                sink.weakness(
                        row, weakness(weakness.getKey(), weakness.getValue().size()));
                monitor.progress(1);
                row++;
            }
            if (!cautions.isEmpty()) {
                monitor.caution("ODD", cautions, "Look into it.");
            }
            pass(Point.FINDINGS);
            return findingsSkipped
                    ? new FindingsRead.Skipped("No vulnerability data.", "Look at the licence.")
                    : new FindingsRead.Completed(row, droppedFindings);
        }

        private WeaknessRecord weakness(String name, long hosts) {
            return new WeaknessRecord(
                    name,
                    Severity.HIGH,
                    new BigDecimal("8.10"),
                    "HIGH",
                    "A weakness.",
                    false,
                    WeaknessRecord.HostEvidence.COMPLETE,
                    hosts,
                    List.of(),
                    null,
                    null,
                    null,
                    null);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
