package io.plumbline.e2e;

import io.plumbline.postgres.RunningPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at what a running server has stored, past its API. */
final class StoredState {

    /** Everything a sync decides, but the instants, which differ from run to run. */
    private static final String INVENTORY = """
            select md5(coalesce(string_agg(line, E'\\n' order by line), '')) from (
              select 'A ' || a.external_id || ' ' || n.name || ' ' || a.status || ' ' || coalesce(a.archived_reason, 0) as line
              from asset a join asset_name n on n.connector_id = a.connector_id and n.id = a.name_id
              union all
              select 'F ' || n.name || ' ' || w.name || ' ' || f.state || ' ' || coalesce(f.withheld, 0)
              from finding f
              join asset_name n on n.connector_id = f.connector_id and n.id = f.name_id
              join weakness w on w.id = f.weakness_id
              union all
              select 'N ' || name || ' ' || active_assets || ' ' || archived_assets || ' ' || critical || ' ' || high || ' '
                || medium || ' ' || low || ' ' || info
              from asset_name where active_assets > 0 or archived_assets > 0
              union all
              select 'W ' || w.name || ' ' || c.open_count || ' ' || c.fixed_count || ' ' || c.affected_assets
              from connector_weakness c join weakness w on w.id = c.weakness_id) lines""";

    /** What a sync writes when it applies; the dictionary of names, which computing may add to, as far as something hangs on it. */
    private static final List<String> WRITTEN = List.of(
            "asset t",
            "asset_sighting t",
            "asset_name t where active_assets + archived_assets > 0",
            "asset_former_name t",
            "asset_change t",
            "connector_weakness t",
            "weakness_change t",
            "finding t",
            "finding_change t",
            "inventory_trend t",
            "weakness_trend t");

    private StoredState() {}

    /** A fingerprint of every row of the inventory with the transaction that wrote it: whoever writes anything changes it. */
    static String everyRow(Path dataFolder) {
        String rows = WRITTEN.stream()
                .map(table -> "select concat_ws(' ', tableoid::regclass, xmin, t) as line from " + table)
                .collect(Collectors.joining(" union all "));
        return text(
                dataFolder,
                "select count(*) || ' rows ' || md5(string_agg(line, E'\\n' order by line)) from (" + rows + ") lines");
    }

    /** The tables with a row that holds a text, as it is or as bytes. */
    static List<String> tablesWith(Path dataFolder, String needle) {
        String hex = HexFormat.of().formatHex(needle.getBytes(StandardCharsets.UTF_8));
        List<String> found = new ArrayList<>();
        try (Connection connection = connect(dataFolder)) {
            for (String table : tables(connection)) {
                try (PreparedStatement statement = connection.prepareStatement("select exists (select from " + table
                        + " t where position(? in t::text) + position(? in t::text) > 0)")) {
                    statement.setString(1, needle);
                    statement.setString(2, hex);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        if (row.getBoolean(1)) {
                            found.add(table);
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** A fingerprint of states, reasons and counters. */
    static String fingerprint(Path dataFolder) {
        return text(dataFolder, INVENTORY);
    }

    static String text(Path dataFolder, String sql) {
        try (Connection connection = connect(dataFolder);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(Path dataFolder) throws SQLException {
        try {
            RunningPostgres database = RunningPostgres.find(dataFolder).orElseThrow();
            return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
