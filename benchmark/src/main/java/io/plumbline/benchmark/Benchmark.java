package io.plumbline.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./plumbline bench}: the time of every page at a million findings against the same page at ten thousand. */
public final class Benchmark {

    /** A page at a million findings may take so many times as long as at ten thousand. */
    private static final double GOAL = 1.5;

    private static final int GOAL_BYTES = 60_000;
    /** Until compilers and caches of both have settled. */
    private static final int WARM_UP = 40;

    private static final int SAMPLES = 31;

    private Benchmark() {}

    private record Measured(Duration median, int bytes) {

        double millis() {
            return median.toNanos() / 1e6;
        }
    }

    /** One page on both installations, and what asking it took so far. */
    private static final class Samples {

        private final Client client;
        private final String path;
        private final long[] nanos = new long[SAMPLES];
        private int bytes;

        Samples(Client client, String path) {
            this.client = client;
            this.path = path;
        }

        void warmUp() throws IOException, InterruptedException {
            client.page(path);
        }

        void take(int number) throws IOException, InterruptedException {
            long start = System.nanoTime();
            bytes = client.page(path).length;
            nanos[number] = System.nanoTime() - start;
        }

        Measured measured() {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Measured(Duration.ofNanos(sorted[SAMPLES / 2]), bytes);
        }
    }

    private record Line(String page, Measured small, Measured large) {

        double ratio() {
            return (double) large.median().toNanos() / small.median().toNanos();
        }

        boolean meetsGoals() {
            return ratio() <= GOAL && large.bytes() <= GOAL_BYTES;
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("plumbline.root", ".")).toAbsolutePath();
        Path jar = root.resolve("server/target/plumbline-server.jar");
        Path work = Files.createTempDirectory("plumbline-bench");
        // As root the database runs under another account, which has to pass.
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwx--x--x"));
        try (Installation small = sync(jar, work, Size.SMALL);
                Installation large = sync(jar, work, Size.LARGE)) {
            report(root, small, large);
        } finally {
            delete(work);
        }
    }

    private static Installation sync(Path jar, Path work, Size size) throws IOException, InterruptedException {
        System.out.println("Syncing a tenant of " + size.endpoints() + " endpoints and " + size.cves() + " CVEs ...");
        return Installation.of(jar, work.resolve(size.name()), size);
    }

    private static void report(Path root, Installation small, Installation large)
            throws IOException, InterruptedException {
        List<Line> lines = measure(small.client(), large.client());
        print(small.findings(), large.findings(), lines, System.out);
        Path file = root.resolve("target/bench/pages.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json(small.findings(), large.findings(), lines).toPrettyString() + "\n");
        System.out.println("Written to " + file);
    }

    /** The two take turns, so that whatever else the machine does falls on both. */
    private static List<Line> measure(Client small, Client large) throws IOException, InterruptedException {
        Map<String, String> ofLarge = PagePaths.of(large);
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, String> page : PagePaths.of(small).entrySet()) {
            Samples ten = new Samples(small, page.getValue());
            Samples million = new Samples(large, Objects.requireNonNull(ofLarge.get(page.getKey())));
            for (int i = 0; i < WARM_UP; i++) {
                ten.warmUp();
                million.warmUp();
            }
            for (int i = 0; i < SAMPLES; i++) {
                ten.take(i);
                million.take(i);
            }
            lines.add(new Line(page.getKey(), ten.measured(), million.measured()));
        }
        return lines;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void print(long small, long large, List<Line> lines, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n%-32s %,14d %,14d %7s %10s%n",
                "page, median of " + SAMPLES,
                small,
                large,
                "ratio",
                "bytes");
        for (Line line : lines) {
            out.printf(
                    Locale.ROOT,
                    "%-32s %11.1f ms %11.1f ms %7.2f %10d%n",
                    line.page(),
                    line.small().millis(),
                    line.large().millis(),
                    line.ratio(),
                    line.large().bytes());
        }
        List<String> missed = lines.stream()
                .filter(line -> !line.meetsGoals())
                .map(Line::page)
                .toList();
        out.printf(
                "%nGoals: a ratio of at most %s and %,d bytes. %s%n",
                GOAL, GOAL_BYTES, missed.isEmpty() ? "All met." : "Not met by " + String.join(", ", missed) + ".");
    }

    private static ObjectNode json(long small, long large, List<Line> lines) {
        ObjectNode json = Client.JSON
                .createObjectNode()
                .put("goalRatio", GOAL)
                .put("goalBytes", GOAL_BYTES)
                .put("samples", SAMPLES)
                .put("smallFindings", small)
                .put("largeFindings", large);
        ArrayNode pages = json.putArray("pages");
        for (Line line : lines) {
            pages.addObject()
                    .put("page", line.page())
                    .put("smallMillis", line.small().millis())
                    .put("largeMillis", line.large().millis())
                    .put("ratio", line.ratio())
                    .put("bytes", line.large().bytes());
        }
        return json;
    }
}
