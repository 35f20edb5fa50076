package io.plumbline.postgres.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One database of its own, owned by the role that connects, which is the application's: no superuser. Closing drops it, with
 * whoever is still connected; one that is not closed goes with the JVM.
 */
public record TestDatabase(String name, String jdbcUrl, String user, String password) implements AutoCloseable {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** What only the operator of a database may do, such as making roles. */
    public void asSuperuser(String sql) {
        TestServer.running().executeIn(name, sql);
    }

    @Override
    public void close() {
        TestDatabases.drop(name);
    }

    @Override
    public String toString() {
        return "TestDatabase[" + name + "]";
    }
}
