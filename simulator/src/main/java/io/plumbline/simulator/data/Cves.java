package io.plumbline.simulator.data;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tenant's vulnerabilities, and what the console can do to them. Thread-safe.
 *
 * <p>Seeded hosts follow their endpoints: they get its new name and go when it goes. Hosts given by the console are names and
 * stay as given, whether an endpoint has that name or not.
 */
public final class Cves {

    private final CveCatalogue catalogue;
    private final Endpoints endpoints;
    private final Clock clock;
    private final Map<String, CveChange> changed = new HashMap<>();
    private final Set<Long> removed = new HashSet<>();
    private final Set<String> added = new LinkedHashSet<>();
    private @Nullable CveEdits edits;

    Cves(CveCatalogue catalogue, Endpoints endpoints, Clock clock) {
        this.catalogue = catalogue;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** The vulnerabilities now, with the hosts seen within {@code window} before now. */
    public VulnerabilityView view(Duration window) {
        return view(clock.millis() - window.toMillis());
    }

    /** @param from the window's beginning, epoch milliseconds */
    public synchronized VulnerabilityView view(long from) {
        return new VulnerabilityView(catalogue, endpoints.snapshot(), edits(), clock.millis(), from);
    }

    /** One copy for all queries between two changes: two hundred queries may be kept. */
    private CveEdits edits() {
        var current = edits;
        if (current == null) {
            current = new CveEdits(Map.copyOf(changed), Set.copyOf(removed), List.copyOf(added));
            edits = current;
        }
        return current;
    }

    public long count() {
        return view(0).cveCount();
    }

    /**
     * What a reader whose queries ask for this window should find: distinct pairs of host name and CVE, without excluded CVEs.
     * Counts one by one, which takes seconds for millions.
     */
    public long distinctPairs(Duration window) {
        return view(window).distinctPairs();
    }

    /** The hosts that a vulnerability is found on, whenever they were seen. */
    public List<String> hosts(String name) {
        return view(Long.MIN_VALUE)
                .cves()
                .filter(cve -> cve.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no vulnerability has the name " + name))
                .affectedHosts()
                .toList();
    }

    public Set<String> names() {
        return view(Long.MIN_VALUE).cves().map(Cve::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Adds a vulnerability, or replaces score, severity, description and hosts of an existing one; it is not excluded. */
    public void put(String name, double score, String severity, String description, List<String> hosts) {
        var fields = object().put("name", name)
                .put("severity_score", score)
                .put("severity", severity)
                .put("description", description)
                .put("is_excluded", "NO");
        put(name, fields, hosts);
    }

    /** Adds a vulnerability or changes one: the fields given win, all others are as the seed has them for this name. */
    public synchronized void put(String name, ObjectNode fields, List<String> hosts) {
        add(name);
        change(name, change -> change.withRow(change.row().set(fields)).withHosts(hosts));
    }

    /** Adds or replaces a vulnerability by this row as it stands, with columns missing, of wrong types or unknown. */
    public synchronized void putRaw(String name, ObjectNode row) {
        add(name);
        change(name, change -> change.withRow(Change.whole(row)).withHosts(List.of()));
    }

    /** Sets columns to any JSON, right or wrong; {@code affected_hosts} and its count among them. */
    public void set(String name, ObjectNode fields) {
        change(name, change -> change.withRow(change.row().set(fields)));
    }

    /** Takes a column out of one vulnerability's row. */
    public void removeField(String name, String field) {
        change(name, change -> change.withRow(change.row().remove(field)));
    }

    public void exclude(String name, boolean excluded) {
        set(name, object().put("is_excluded", excluded ? "YES" : "NO"));
    }

    public void addHost(String name, String host) {
        change(name, change -> change.plus(host));
    }

    /** The host is affected no more. */
    public void patchHost(String name, String host) {
        change(name, change -> change.minus(host));
    }

    public synchronized void remove(String name) {
        requirePresent(name);
        catalogue.index(name).ifPresentOrElse(removed::add, () -> added.remove(name));
        changed.remove(name);
        edits = null;
    }

    private synchronized void add(String name) {
        if (!present(name)) {
            catalogue.index(name).ifPresentOrElse(removed::remove, () -> added.add(name));
            changed.put(name, CveChange.NONE.withRow(Change.NONE.set(object().put("is_excluded", "NO"))));
            edits = null;
        }
    }

    private synchronized void change(String name, UnaryOperator<CveChange> by) {
        requirePresent(name);
        changed.put(name, by.apply(changed.getOrDefault(name, CveChange.NONE)));
        edits = null;
    }

    private void requirePresent(String name) {
        if (!present(name)) {
            throw new NoSuchElementException("no vulnerability has the name " + name);
        }
    }

    private boolean present(String name) {
        var index = catalogue.index(name);
        return index.isPresent() ? !removed.contains(index.getAsLong()) : added.contains(name);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
