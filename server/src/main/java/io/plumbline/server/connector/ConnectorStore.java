package io.plumbline.server.connector;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code connector}. */
@Repository
class ConnectorStore {

    private static final String COLUMNS =
            "id, type, name, settings, data_pulling, connection, schedule, enabled, deleting, health, revision";

    private final JdbcClient jdbc;
    private final ConnectorJson json;
    private final Clock clock;

    ConnectorStore(JdbcClient jdbc, ConnectorJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    List<Connector> all() {
        return jdbc.sql("select " + COLUMNS + " from connector order by id")
                .query((row, number) -> connector(row))
                .list();
    }

    Optional<Connector> find(int id) {
        return jdbc.sql("select " + COLUMNS + " from connector where id = :id")
                .param("id", id)
                .query((row, number) -> connector(row))
                .optional();
    }

    /** Holds the row until the transaction ends, so that changes of one connector come one after the other. */
    Optional<Connector> lock(int id) {
        return jdbc.sql("select " + COLUMNS + " from connector where id = :id for update")
                .param("id", id)
                .query((row, number) -> connector(row))
                .optional();
    }

    /** The keys of all names in use but that of one connector; 0 excepts none. */
    Set<String> nameKeys(int exceptId) {
        return Set.copyOf(jdbc.sql("select name_key from connector where id <> :id")
                .param("id", exceptId)
                .query(String.class)
                .list());
    }

    /** Empty where another connector has the name, also one that a transaction beside this one has just made. */
    Optional<Integer> insert(String name, Draft draft) {
        return jdbc.sql("""
                insert into connector (type, name, name_key, settings, data_pulling, connection, schedule, created_at, updated_at)
                values (:type, :name, :nameKey, :settings::jsonb, :dataPulling::jsonb, :connection::jsonb, :schedule::jsonb,
                        :now, :now)
                on conflict (name_key) do nothing
                returning id""")
                .param("type", draft.type().descriptor().id())
                .param("name", name)
                .param("nameKey", ConnectorName.key(name))
                .param("settings", json.text(draft.plainSettings().values()))
                .param("dataPulling", json.text(draft.dataPulling()))
                .param("connection", json.text(draft.connection()))
                .param("schedule", draft.schedule().map(json::text).orElse(null))
                .param("now", now())
                .query(Integer.class)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where another connector has the name; the transaction is lost */
    void update(Connector connector) {
        jdbc.sql("""
                update connector
                set name = :name, name_key = :nameKey, settings = :settings::jsonb, data_pulling = :dataPulling::jsonb,
                    connection = :connection::jsonb, schedule = :schedule::jsonb, revision = revision + 1, updated_at = :now
                where id = :id""")
                .param("id", connector.id())
                .param("name", connector.name())
                .param("nameKey", ConnectorName.key(connector.name()))
                .param("settings", json.text(connector.settings().values()))
                .param("dataPulling", json.text(connector.dataPulling()))
                .param("connection", json.text(connector.connection()))
                .param("schedule", connector.schedule().map(json::text).orElse(null))
                .param("now", now())
                .update();
    }

    void setEnabled(int id, boolean enabled) {
        jdbc.sql("update connector set enabled = :enabled, revision = revision + 1, updated_at = :now where id = :id")
                .param("id", id)
                .param("enabled", enabled)
                .param("now", now())
                .update();
    }

    void setDeleting(int id) {
        jdbc.sql("""
                update connector set deleting = true, name_key = :nameKey, revision = revision + 1, updated_at = :now
                where id = :id""")
                .param("id", id)
                .param("nameKey", ConnectorName.keyOfDeleted(id))
                .param("now", now())
                .update();
    }

    void setHealth(int id, ConnectorHealth health) {
        jdbc.sql("update connector set health = :health where id = :id")
                .param("id", id)
                .param("health", health.name())
                .update();
    }

    void remove(int id) {
        jdbc.sql("delete from connector where id = :id and deleting")
                .param("id", id)
                .update();
    }

    /** Whether anything was ever taken in, archived assets included. */
    boolean hasInventory(int id) {
        return jdbc.sql("select exists (select 1 from asset where connector_id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Connector connector(ResultSet row) throws SQLException {
        return new Connector(
                row.getInt("id"),
                row.getString("type"),
                row.getString("name"),
                json.settings(row.getString("settings")),
                json.parse(row.getString("data_pulling"), DataPulling.class),
                json.parse(row.getString("connection"), Connection.class),
                Optional.ofNullable(row.getString("schedule")).map(text -> json.parse(text, Schedule.class)),
                row.getBoolean("enabled"),
                row.getBoolean("deleting"),
                ConnectorHealth.valueOf(row.getString("health")),
                row.getLong("revision"));
    }
}
