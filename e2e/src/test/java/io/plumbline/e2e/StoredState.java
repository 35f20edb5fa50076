package io.plumbline.e2e;

import io.plumbline.postgres.RunningPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

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

    private StoredState() {}

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
