package io.plumbline.connector.cortexxdr.value;

import io.plumbline.connector.api.ReadMonitor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what was cleaned or left out while rows were mapped, by reason, each with its first example. Safe for many threads. */
public final class Oddities {

    private static final int EXAMPLE_LENGTH = 80;

    private final Map<String, Counted> byReason = new LinkedHashMap<>();

    private record Counted(long count, String example) {}

    /** @param reason completes "12 × …"; one of a fixed few, never the vendor's own text */
    public synchronized void count(String reason, String example) {
        byReason.merge(reason, new Counted(1, shown(example)), (old, one) -> new Counted(old.count + 1, old.example));
    }

    /** Warns once per reason. */
    public synchronized void report(ReadMonitor monitor) {
        byReason.forEach((reason, counted) ->
                monitor.warn(counted.count + " × " + reason + " (first: " + counted.example + ")"));
        byReason.clear();
    }

    private static String shown(String example) {
        String line = example.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() <= EXAMPLE_LENGTH ? line : line.substring(0, EXAMPLE_LENGTH) + "…";
    }
}
