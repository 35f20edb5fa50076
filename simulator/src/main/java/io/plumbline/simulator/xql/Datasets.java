package io.plumbline.simulator.xql;

import io.plumbline.simulator.data.Cve;
import io.plumbline.simulator.data.CveColumns;
import io.plumbline.simulator.data.Endpoint;
import io.plumbline.simulator.data.Row;
import io.plumbline.simulator.data.VulnerabilityView;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The data sets that a query may begin with. */
final class Datasets {

    private static final Set<String> CVE_TIMES = Set.of("publication_date", "modification_date");
    private static final Set<String> ENDPOINT_TIMES = Set.of("first_seen", "last_seen", "install_date");
    private static final List<String> ENDPOINT_COLUMNS = List.of(
            "endpoint_id",
            "endpoint_name",
            "endpoint_type",
            "endpoint_status",
            "operational_status",
            "os_type",
            "os_version",
            "operating_system",
            "ip",
            "mac_address",
            "users",
            "domain",
            "group_name",
            "first_seen",
            "last_seen",
            "install_date",
            "endpoint_version",
            "tags");

    private Datasets() {}

    /**
     * @param licensed without Host Insights the vulnerability data sets exist and are empty
     * @throws QueryFailure where there is none of this name
     */
    static Dataset open(String name, VulnerabilityView view, boolean licensed) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "va_cves" ->
                new Dataset(
                        CveColumns.VA_CVES,
                        CVE_TIMES,
                        () -> licensed ? view.cves().map(row -> row) : Stream.of());
            case "va_endpoints" ->
                new Dataset(
                        CveColumns.VA_ENDPOINTS,
                        Set.of(),
                        () -> licensed ? view.assessedEndpoints().map(each -> new Assessed(view, each)) : Stream.of());
            case "endpoints" ->
                new Dataset(
                        ENDPOINT_COLUMNS,
                        ENDPOINT_TIMES,
                        () -> view.allEndpoints().stream().map(each -> new Listed(each.row(view.now()))));
            // Listed by get_datasets, as every tenant has them.
            case "xdr_data", "host_inventory" ->
                throw new QueryFailure("dataset " + name + " is not supported by the simulated tenant");
            default -> throw new QueryFailure("unknown dataset " + name);
        };
    }

    private record Assessed(VulnerabilityView view, Endpoint endpoint) implements Row {

        @Override
        public Collection<String> columns() {
            return CveColumns.VA_ENDPOINTS;
        }

        @Override
        public @Nullable Object get(String column) {
            return switch (column) {
                case "endpoint_id" -> endpoint.id();
                case "endpoint_name" -> endpoint.name();
                case "cves" -> names();
                case "severity" -> worst() == null ? null : worst().get("severity");
                case "severity_score" -> worst() == null ? null : worst().get("severity_score");
                default -> null;
            };
        }

        /** An endpoint without any has one all the same, by the name of this sentence. */
        private List<String> names() {
            var names = view.cvesOf(endpoint).stream().map(Cve::name).toList();
            return names.isEmpty() ? List.of("No CVEs Found") : names;
        }

        private @Nullable Cve worst() {
            return view.cvesOf(endpoint).stream()
                    .max(Comparator.comparingDouble(cve -> Cells.elements(cve.get("severity_score"))
                            .mapToDouble(Cells::number)
                            .max()
                            .orElse(0)))
                    .orElse(null);
        }
    }

    private record Listed(ObjectNode row) implements Row {

        @Override
        public Collection<String> columns() {
            return ENDPOINT_COLUMNS;
        }

        @Override
        public @Nullable Object get(String column) {
            var cell = row.get(column);
            if (cell == null) {
                return null;
            }
            if (ENDPOINT_TIMES.contains(column) && cell.isIntegralNumber()) {
                return Instant.ofEpochMilli(cell.asLong());
            }
            // JSON in a string, unlike in get_endpoint.
            return column.equals("tags") ? cell.toString() : cell;
        }
    }
}
