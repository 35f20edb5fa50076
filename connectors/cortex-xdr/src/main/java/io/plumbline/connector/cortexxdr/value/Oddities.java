package io.plumbline.connector.cortexxdr.value;

import io.plumbline.connector.api.ReadMonitor;
import io.plumbline.connector.cortexxdr.protocol.Redactor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what was cleaned or left out while rows were mapped, by reason, each with its first example. Safe for many threads. */
public final class Oddities {

    private static final int EXAMPLE_LENGTH = 80;

    private final Redactor redactor;
    private final Map<String, Counted> byReason = new LinkedHashMap<>();

    private record Counted(long count, String example) {}

    /** @param redactor what the examples pass, being the vendor's own text */
    public Oddities(Redactor redactor) {
        this.redactor = redactor;
    }

    /** @param reason completes "12 × …"; one of a fixed few, never the vendor's own text */
    public synchronized void count(String reason, String example) {
        byReason.compute(
                reason,
                (_, old) -> old == null
                        ? new Counted(1, redactor.line(example, EXAMPLE_LENGTH))
                        : new Counted(old.count + 1, old.example));
    }

    /** Warns once per reason. */
    public synchronized void report(ReadMonitor monitor) {
        byReason.forEach((reason, counted) ->
                monitor.warn(counted.count + " × " + reason + " (first: " + counted.example + ")"));
        byReason.clear();
    }
}
