package io.plumbline.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./plumbline bench}: the time of every page at a million findings against the same page at ten thousand. */
public final class Benchmark {

    /** A page at a million findings may take so many times as long as at ten thousand. */
    private static final double GOAL = 1.5;

    private static final int GOAL_BYTES = 60_000;
    private static final int WARM_UP = 8;
    private static final int SAMPLES = 25;

    private Benchmark() {}

    private record Measured(Duration median, int bytes) {

        double millis() {
            return median.toNanos() / 1e6;
        }
    }

    /** What one installation has, and what its pages took, in one order. */
    private record Run(long findings, Map<String, Measured> pages) {}

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
        Run small = run(jar, work, Size.SMALL);
        Run large = run(jar, work, Size.LARGE);
        List<Line> lines = lines(small, large);
        print(small, large, lines, System.out);
        Path file = root.resolve("target/bench/pages.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json(small, large, lines).toPrettyString() + "\n");
        System.out.println("Written to " + file + "; the data lies in " + work);
    }

    private static Run run(Path jar, Path work, Size size) throws IOException, InterruptedException {
        System.out.println("Syncing a tenant of " + size.endpoints() + " endpoints and " + size.cves() + " CVEs ...");
        try (Installation installation = Installation.of(jar, work.resolve(size.name()), size)) {
            return new Run(installation.findings(), measure(installation.client()));
        }
    }

    private static Map<String, Measured> measure(Client client) throws IOException, InterruptedException {
        Map<String, Measured> measured = new LinkedHashMap<>();
        for (Map.Entry<String, String> page : PagePaths.of(client).entrySet()) {
            measured.put(page.getKey(), measure(client, page.getValue()));
        }
        return measured;
    }

    private static Measured measure(Client client, String path) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            client.page(path);
        }
        long[] nanos = new long[SAMPLES];
        int bytes = 0;
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            bytes = client.page(path).length;
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return new Measured(Duration.ofNanos(nanos[SAMPLES / 2]), bytes);
    }

    private static List<Line> lines(Run small, Run large) {
        Iterator<Measured> others = large.pages().values().iterator();
        List<Line> lines = new ArrayList<>();
        small.pages().forEach((page, measured) -> lines.add(new Line(page, measured, others.next())));
        return lines;
    }

    private static void print(Run small, Run large, List<Line> lines, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%n%-32s %,14d %,14d %7s %10s%n",
                "page, median of " + SAMPLES,
                small.findings(),
                large.findings(),
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

    private static ObjectNode json(Run small, Run large, List<Line> lines) {
        ObjectNode json = Client.JSON
                .createObjectNode()
                .put("goalRatio", GOAL)
                .put("goalBytes", GOAL_BYTES)
                .put("samples", SAMPLES)
                .put("smallFindings", small.findings())
                .put("largeFindings", large.findings());
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
