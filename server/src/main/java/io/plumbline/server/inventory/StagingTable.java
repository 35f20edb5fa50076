package io.plumbline.server.inventory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Fills one staging table by many short COPYs. A COPY held open for a fetch of minutes would hold back vacuum for the whole
 * database; so rows gather in a buffer, and a full buffer borrows a connection for milliseconds. Safe for many threads: whoever
 * fills the buffer waits for the database, which is the back-pressure.
 */
final class StagingTable {

    private static final int BUFFER_CHARACTERS = 1 << 20;

    private final DataSource database;
    private final SQLExceptionTranslator translator;
    private final String copy;
    private final ReentrantLock lock = new ReentrantLock();
    private final CopyRow buffer = new CopyRow();
    private long rows;

    /** @param table with schema and columns, as it follows {@code copy} */
    StagingTable(DataSource database, SQLExceptionTranslator translator, String table) {
        this.database = database;
        this.translator = translator;
        this.copy = "copy " + table + " from stdin";
    }

    void add(Consumer<CopyRow> columns) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            columns.accept(buffer);
            buffer.end();
            rows++;
            if (buffer.size() >= BUFFER_CHARACTERS) {
                send();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sends what is left. */
    void flush() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            send();
        } finally {
            lock.unlock();
        }
    }

    /** How many rows were added so far, to number them. To be asked only while a row is added. */
    long rows() {
        return rows;
    }

    private void send() {
        if (buffer.size() == 0) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(buffer.take()));
        } catch (SQLException e) {
            var translated = translator.translate("staging", copy, e);
            throw translated != null ? translated : new IllegalStateException("staging failed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
