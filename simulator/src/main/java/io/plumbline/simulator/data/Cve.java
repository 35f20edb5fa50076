package io.plumbline.simulator.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One vulnerability as a row of {@code va_cves}, as the console left it. Immutable. */
public final class Cve implements Row {

    private static final long QUARTER_DAY = 6 * 3_600_000L;

    private final VulnerabilityView view;
    private final CveCatalogue catalogue;
    private final long index;
    private final SeededCve seeded;
    private final CveChange change;
    private final Population population;

    Cve(VulnerabilityView view, CveCatalogue catalogue, long index, SeededCve seeded, CveChange change) {
        this.view = view;
        this.catalogue = catalogue;
        this.index = index;
        this.seeded = seeded;
        this.change = change;
        this.population = catalogue.population(seeded);
    }

    /** The name, {@code ""} where the row has none. */
    public String name() {
        return text("name");
    }

    public boolean excluded() {
        return text("is_excluded").equalsIgnoreCase("YES");
    }

    /** The names of the hosts that it was found on and that were seen since the view's window began; one name may come twice. */
    public Stream<String> affectedHosts() {
        if (get("affected_hosts") instanceof HostNames names) {
            return names.stream();
        }
        return get("affected_hosts") instanceof JsonNode raw
                ? raw.valueStream().filter(JsonNode::isString).map(JsonNode::asString)
                : Stream.of();
    }

    boolean affects(Endpoint endpoint) {
        var name = endpoint.name();
        if (change.hosts().contains(name)) {
            return true;
        }
        return change.seededHosts()
                && !change.patched().contains(name)
                && catalogue.affects(index, endpoint.host(), population);
    }

    @Override
    public Collection<String> columns() {
        var raw = change.row();
        if (raw.whole()) {
            return raw.fields().propertyNames();
        }
        var known = CveColumns.VA_CVES.stream().filter(column -> !raw.without().contains(column));
        var more = raw.fields().propertyNames().stream().filter(column -> !CveColumns.VA_CVES.contains(column));
        return Stream.concat(known, more).toList();
    }

    @Override
    public @Nullable Object get(String column) {
        var raw = change.row();
        if (raw.fields().has(column)) {
            return raw.fields().get(column);
        }
        return raw.whole() || raw.without().contains(column) ? null : seededCell(column);
    }

    private @Nullable Object seededCell(String column) {
        return switch (column) {
            case "cve_id" -> catalogue.cveId(index, seeded.name());
            case "name" -> seeded.name();
            case "description" -> seeded.description();
            case "severity" -> SeededCve.severity(seeded.score());
            // A number that comes as text now and then.
            case "severity_score" ->
                catalogue.quirk(60, index, 1) ? (Object) Double.toString(seeded.score()) : seeded.score();
            case "affected_hosts" -> new HostNames(this::names);
            case "affected_hosts_count" -> affectedHosts().count();
            // A bare string where a list is promised.
            case "affected_products" ->
                catalogue.quirk(40, index, 2) ? seeded.products().getFirst() : seeded.products();
            case "publication_date" ->
                seeded.published().atStartOfDay(ZoneOffset.UTC).toInstant();
            case "modification_date" -> assessed();
            case "exploitability_score" -> Math.round(seeded.score() * 3.9) / 10.0;
            case "impact_score" -> Math.round(seeded.score() * 6.0) / 10.0;
            case "confidentiality", "integrity" -> seeded.score() >= 7 ? "HIGH" : "LOW";
            case "availability" -> seeded.score() >= 6 ? "HIGH" : "NONE";
            case "type" -> seeded.type();
            case "os_type" -> osTypes();
            case "is_excluded" -> catalogue.excluded(index) ? "YES" : "NO";
            default -> null;
        };
    }

    /** Rewritten at each assessment, so not when the vulnerability itself changed; with a fraction, as most times have. */
    private Instant assessed() {
        long assessment = view.now() / QUARTER_DAY * QUARTER_DAY;
        return Instant.ofEpochMilli(assessment - catalogue.millisBeforeAssessment(index));
    }

    private List<String> osTypes() {
        var platform = seeded.platform();
        return platform == null
                ? List.of("AGENT_OS_WINDOWS", "AGENT_OS_LINUX", "AGENT_OS_MAC")
                : List.of(platform.osType);
    }

    private String text(String column) {
        return switch (get(column)) {
            case String text -> text;
            case JsonNode node -> node.asString("");
            case null, default -> "";
        };
    }

    private Stream<String> names() {
        Stream<String> given = change.hosts().stream().filter(view::visible);
        if (!change.seededHosts()) {
            return given;
        }
        long count = catalogue.hosts(index, population);
        Set<String> patched = change.patched();
        var endpoints = view.endpoints();
        var names = LongStream.range(0, count)
                .map(place -> catalogue.host(index, place, count, population))
                .mapToObj(endpoints)
                .filter(name -> !name.isEmpty() && !patched.contains(name));
        return Stream.concat(names, given);
    }
}
