package io.plumbline.server.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an archive of everything, as of one moment, while the server may go on working. The file appears under its name only when
 * it is whole, readable by its owner alone.
 */
public final class Backup {

    private final DataSource database;
    private final Clock clock;

    public Backup(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param keyOf finds the key that decrypts the secrets of a snapshot, where it is to go along; without it the archive is of
     *     no use to a thief, and the key must be kept elsewhere
     * @return whether it went along
     * @throws BackupException where the archive cannot be written
     */
    public boolean write(Path archive, Function<Connection, Optional<byte[]>> keyOf) {
        Path whole = archive.toAbsolutePath();
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            if (Files.exists(whole)) {
                throw new FileAlreadyExistsException(whole.toString());
            }
            try {
                boolean withKey = writePart(part, keyOf);
                Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
                return withKey;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException e) {
            throw new BackupException(
                    "There is already a file at " + e.getFile() + ".", "Choose another name, or remove that file.", e);
        } catch (IOException e) {
            throw new BackupException(
                    "The archive " + whole + " could not be written: " + e.getMessage(),
                    "Make sure that the folder exists, may be written to and has room.",
                    e);
        } catch (SQLException e) {
            throw new BackupException(
                    "The database could not be read: " + e.getMessage(),
                    "Make sure that the server or its database is reachable, then try again.",
                    e);
        }
    }

    private boolean writePart(Path part, Function<Connection, Optional<byte[]>> keyOf)
            throws IOException, SQLException {
        boolean withKey;
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream file = Files.newOutputStream(part);
                ZipOutputStream zip = new ZipOutputStream(file);
                Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "set transaction isolation level repeatable read, read only");
            List<Manifest.Table> tables = Tables.of(connection);
            Optional<byte[]> masterKey = keyOf.apply(connection);
            withKey = masterKey.isPresent();
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JsonMapper.shared()
                    .writeValueAsBytes(new Manifest(
                            Manifest.FORMAT,
                            schemaVersion(connection),
                            clock.instant(),
                            masterKey.isPresent(),
                            tables,
                            Tables.identities(connection))));
            zip.closeEntry();
            if (masterKey.isPresent()) {
                zip.putNextEntry(new ZipEntry(Manifest.MASTER_KEY_ENTRY));
                zip.write(masterKey.get());
                zip.closeEntry();
            }
            for (Manifest.Table table : tables) {
                zip.putNextEntry(new ZipEntry(table.entry()));
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy " + table.name() + " " + table.columnList() + " to stdout", zip);
                zip.closeEntry();
            }
            connection.commit();
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return withKey;
    }

    private static String schemaVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select version from flyway_schema_history where success order by installed_rank desc limit 1")) {
            if (!rows.next()) {
                throw new SQLException("the database has no schema yet");
            }
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
