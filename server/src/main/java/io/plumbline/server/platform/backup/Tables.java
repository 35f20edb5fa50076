package io.plumbline.server.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tables there are, asked of the database itself, so that a table nobody thought of is not left out. */
final class Tables {

    /** The migrations' own; the alarm clock's, which the server sets anew when it starts; sessions and counted sign-ins, which are of this
     * installation only. */
    private static final Set<String> LEFT_OUT = Set.of(
            "flyway_schema_history",
            "scheduled_tasks",
            "spring_session",
            "spring_session_attributes",
            "sign_in_bucket");

    private Tables() {}

    /** All tables that hold rows, those that others refer to first. */
    static List<Manifest.Table> of(Connection connection) throws SQLException {
        Map<String, Manifest.Table> found = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.relname, coalesce(p.relname, ''), coalesce(pg_get_expr(c.relpartbound, c.oid), ''),
                               array(select a.attname::text from pg_attribute a
                                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                                     order by a.attnum)
                        from pg_class c
                        left join pg_inherits i on i.inhrelid = c.oid
                        left join pg_class p on p.oid = i.inhparent
                        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                        order by c.relname""")) {
            while (rows.next()) {
                if (!LEFT_OUT.contains(rows.getString(1))) {
                    String[] columns = (String[]) rows.getArray(4).getArray();
                    found.put(
                            rows.getString(1),
                            new Manifest.Table(
                                    rows.getString(1), rows.getString(2), rows.getString(3), List.of(columns)));
                }
            }
        }
        return referredFirst(found, references(connection));
    }

    /** Where the numbering of every table stands. */
    static List<Manifest.Identity> identities(Connection connection) throws SQLException {
        List<Manifest.Identity> identities = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.oid::regclass::text, a.attname,
                               coalesce(pg_sequence_last_value(pg_get_serial_sequence(c.oid::regclass::text, a.attname)::regclass), 0) + 1
                        from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
                        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
                        order by 1""")) {
            while (rows.next()) {
                identities.add(new Manifest.Identity(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return identities;
    }

    private static Map<String, List<String>> references(Connection connection) throws SQLException {
        Map<String, List<String>> references = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select c.conrelid::regclass::text, c.confrelid::regclass::text
                        from pg_constraint c
                        where c.contype = 'f' and c.conrelid <> c.confrelid""")) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return references;
    }

    private static List<Manifest.Table> referredFirst(
            Map<String, Manifest.Table> tables, Map<String, List<String>> references) {
        Map<String, Manifest.Table> ordered = new LinkedHashMap<>();
        tables.keySet().forEach(name -> place(name, tables, references, ordered));
        return List.copyOf(ordered.values());
    }

    private static void place(
            String name,
            Map<String, Manifest.Table> tables,
            Map<String, List<String>> references,
            Map<String, Manifest.Table> ordered) {
        Manifest.Table table = tables.get(name);
        if (table == null || ordered.containsKey(name)) {
            return;
        }
        references.getOrDefault(name, List.of()).forEach(referred -> place(referred, tables, references, ordered));
        ordered.put(name, table);
    }
}
