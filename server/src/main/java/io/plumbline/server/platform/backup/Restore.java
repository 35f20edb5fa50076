package io.plumbline.server.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an archive into a database that holds nothing yet: the tables are made as they were when it was written, filled in one
 * transaction, and then brought to what this program wants. All or nothing.
 */
public final class Restore {

    private final DataSource database;
    private final Consumer<byte[]> keyCheck;

    /** @param keyCheck throws where the bytes of an archived master key are none; asked before anything is made */
    public Restore(DataSource database, Consumer<byte[]> keyCheck) {
        this.database = database;
        this.keyCheck = keyCheck;
    }

    /**
     * @return the master key, where it went along
     * @throws BackupException where the archive is not whole, is of a newer program, or the database is not empty
     */
    public Optional<byte[]> read(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Manifest manifest = manifest(zip, archive);
            Optional<byte[]> masterKey = masterKey(zip);
            masterKey.ifPresent(keyCheck);
            refuseWhatIsInUse();
            makeTablesAsTheyWere(manifest);
            fill(zip, manifest);
            migrate(MigrationVersion.LATEST, manifest);
            return masterKey;
        } catch (ZipException | JacksonException e) {
            throw notWhole(archive, e);
        } catch (IOException e) {
            throw new BackupException(
                    "The archive " + archive + " could not be read: " + e.getMessage(),
                    "Make sure that the file exists and may be read.",
                    e);
        } catch (SQLException e) {
            throw new BackupException(
                    "The archive could not be restored: " + e.getMessage(),
                    "Nothing was restored; mend the cause and try again with an empty database.",
                    e);
        }
    }

    private static Manifest manifest(ZipFile zip, Path archive) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw notWhole(archive, null);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JsonMapper.shared().readValue(in, Manifest.class);
            if (manifest.format() > Manifest.FORMAT) {
                throw newerProgram();
            }
            if (!manifest.isSound()) {
                throw notWhole(archive, null);
            }
            return manifest;
        }
    }

    private static Optional<byte[]> masterKey(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.MASTER_KEY_ENTRY);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Optional.of(in.readAllBytes());
        }
    }

    /** An installation without connectors holds nothing that anybody would miss; its tables are made anew. */
    private void refuseWhatIsInUse() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!yes(connection, "select to_regclass('public.connector') is not null")) {
                return;
            }
            if (yes(connection, "select exists (select from connector)")) {
                throw new BackupException(
                        "The database already holds connectors; restoring would overwrite them.",
                        "Restore into an empty database, or with PLUMBLINE_DATA set to a new folder.");
            }
            execute(connection, "drop schema public cascade");
            execute(connection, "create schema public");
        }
    }

    private void makeTablesAsTheyWere(Manifest manifest) {
        MigrationVersion version = MigrationVersion.fromVersion(manifest.schemaVersion());
        MigrationInfo current = migrate(version, manifest);
        if (current == null || !version.equals(current.getVersion())) {
            throw newerProgram();
        }
    }

    private @Nullable MigrationInfo migrate(MigrationVersion target, Manifest manifest) {
        try {
            Flyway flyway =
                    Flyway.configure().dataSource(database).target(target).load();
            flyway.migrate();
            return flyway.info().current();
        } catch (FlywayException e) {
            throw new BackupException(
                    "The tables could not be made at version " + manifest.schemaVersion() + ": " + e.getMessage(),
                    "Make sure that the database is empty and the role owns it.",
                    e);
        }
    }

    private void fill(ZipFile zip, Manifest manifest) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (Manifest.Table table : manifest.tables()) {
                fill(connection, zip, table);
            }
            continueIdentities(connection, manifest);
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "analyze");
        }
    }

    /** A partition is filled as a table of its own and attached with its indexes afterwards, which is quicker. */
    private static void fill(Connection connection, ZipFile zip, Manifest.Table table)
            throws SQLException, IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new ZipException("no entry " + table.entry());
        }
        if (table.isPartition()) {
            execute(
                    connection,
                    "create table " + table.name() + " (like " + table.parent()
                            + " including defaults including generated)");
        } else if (yes(connection, "select exists (select from " + table.name() + ")")) {
            execute(connection, "truncate " + table.name() + " cascade"); // rows that a migration has put there
        }
        try (InputStream in = zip.getInputStream(entry)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.name() + " " + table.columnList() + " from stdin", in);
        }
        if (table.isPartition()) {
            execute(
                    connection,
                    "alter table " + table.parent() + " attach partition " + table.name() + " " + table.bound());
        }
    }

    /** Ids go on where they were, so that none is ever given twice. */
    private static void continueIdentities(Connection connection, Manifest manifest) throws SQLException {
        String sql = "select setval(pg_get_serial_sequence(?, ?), ?, false)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Manifest.Identity identity : manifest.identities()) {
                statement.setString(1, identity.table());
                statement.setString(2, identity.column());
                statement.setLong(3, identity.next());
                statement.execute();
            }
        }
    }

    private static boolean yes(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static BackupException notWhole(Path archive, @Nullable Throwable cause) {
        String message = "The file " + archive + " is no whole archive of Plumbline.";
        String remedy = "Use a file that `plumbline backup` wrote to its end.";
        return cause == null ? new BackupException(message, remedy) : new BackupException(message, remedy, cause);
    }

    private static BackupException newerProgram() {
        return new BackupException(
                "The archive was written by a newer Plumbline than this one.",
                "Restore it with the version that wrote it, or a later one.");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
