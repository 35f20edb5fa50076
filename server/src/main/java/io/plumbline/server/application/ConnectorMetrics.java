package io.plumbline.server.application;

import io.plumbline.connector.api.Severity;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the metrics say of each connector's part of the inventory, read from the counters when asked. Without a database it says
 * nothing, so that the other metrics still come.
 */
@Component
final class ConnectorMetrics implements MultiCollector {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorMetrics.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    ConnectorMetrics(JdbcClient jdbc, Clock clock, PrometheusRegistry registry) {
        this.jdbc = jdbc;
        this.clock = clock;
        registry.register(this);
    }

    @Override
    public MetricSnapshots collect() {
        try {
            return MetricSnapshots.of(assets(), openFindings(), dataAge(), validation(), vendorRecords());
        } catch (DataAccessException unreachable) {
            LOG.warn("The metrics lack the connectors: {}", unreachable.getMessage());
            return MetricSnapshots.of();
        }
    }

    private GaugeSnapshot assets() {
        return gauge(
                "plumbline_connector_assets",
                "Assets in the inventory",
                """
                select c.id, c.name, s.status, s.assets
                from connector c
                join connector_inventory i on i.connector_id = c.id
                cross join lateral (values ('active', i.active_assets), ('archived', i.archived_assets)) as s (status, assets)
                """,
                row -> point(row, "status", row.getString(3), row.getDouble(4)));
    }

    private GaugeSnapshot openFindings() {
        return gauge(
                "plumbline_connector_open_findings",
                "Open findings in the inventory",
                """
                select c.id, c.name, s.severity, coalesce(sum(k.open_count), 0)
                from connector c
                cross join generate_series(0, 4) as s (severity)
                left join connector_weakness k on k.connector_id = c.id and k.severity = s.severity
                group by c.id, c.name, s.severity
                """,
                row -> point(row, "severity", severity(row.getInt(3)), row.getDouble(4)));
    }

    private GaugeSnapshot dataAge() {
        return gauge(
                "plumbline_connector_data_age_seconds",
                "Time since the start of the last sync that read this part of the vendor's data whole",
                """
                select c.id, c.name, s.part, s.observed_at
                from connector c
                join connector_inventory i on i.connector_id = c.id
                cross join lateral (values ('assets', i.assets_observed_at), ('findings', i.findings_observed_at))
                     as s (part, observed_at)
                where s.observed_at is not null
                """,
                row -> point(row, "part", row.getString(3), age(row.getObject(4, OffsetDateTime.class))));
    }

    private GaugeSnapshot validation() {
        return gauge(
                "plumbline_connector_validation",
                "1 for the verdict of the last comparison with the vendor's own numbers, 0 for the others",
                """
                select c.id, c.name, v.verdict, (v.verdict = l.verdict)::int
                from connector c
                cross join lateral (
                  select verdict from validation where connector_id = c.id order by run_id desc limit 1) l
                cross join (values ('MATCHES'), ('EXPLAINED'), ('UNEXPLAINED')) as v (verdict)
                """,
                row -> point(row, "verdict", row.getString(3).toLowerCase(Locale.ROOT), row.getDouble(4)));
    }

    private GaugeSnapshot vendorRecords() {
        return gauge(
                "plumbline_connector_vendor_records",
                "What the vendor itself counted at the last comparison",
                """
                select c.id, c.name, p.part, p.vendor
                from connector c
                cross join lateral (
                  select assets, findings from validation where connector_id = c.id order by run_id desc limit 1) l
                cross join lateral (
                  values ('assets', (l.assets ->> 'vendor')::bigint), ('findings', (l.findings ->> 'vendor')::bigint)) as p (part, vendor)
                where p.vendor is not null
                """,
                row -> point(row, "part", row.getString(3), row.getDouble(4)));
    }

    private static String severity(int level) {
        return Severity.ofLevel(level).name().toLowerCase(Locale.ROOT);
    }

    private double age(OffsetDateTime observedAt) {
        return Duration.between(observedAt.toInstant(), clock.instant()).toMillis() / 1000.0;
    }

    private interface Row {
        GaugeDataPointSnapshot read(ResultSet row) throws SQLException;
    }

    private GaugeSnapshot gauge(String name, String help, String sql, Row reading) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        jdbc.sql(sql).query((row, number) -> reading.read(row)).list().forEach(gauge::dataPoint);
        return gauge.build();
    }

    private static GaugeDataPointSnapshot point(ResultSet row, String label, String labelValue, double value)
            throws SQLException {
        return GaugeDataPointSnapshot.builder()
                .labels(Labels.of("connector", row.getString(1), "name", row.getString(2), label, labelValue))
                .value(value)
                .build();
    }
}
