package io.plumbline.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Sees to it that the application's role and database exist, whatever an earlier start left undone. The role owns its
 * database and may make schemas in it; it is no superuser, since a superuser can read and write files and run programs.
 */
final class Roles {

    static final String APPLICATION = "plumbline";
    static final String DATABASE = "plumbline";

    private static final String CONNECT_SECONDS = "30";

    private Roles() {}

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static void ensure(int port, Passwords passwords) throws SQLException {
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", passwords.superuser());
        login.setProperty("connectTimeout", CONNECT_SECONDS);
        try (Connection connection = DriverManager.getConnection(jdbcUrl(port, "postgres"), login);
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select from pg_roles where rolname = '" + APPLICATION + "'")) {
                statement.execute("create role " + APPLICATION);
            }
            // Letters, digits, '-' and '_' only.
            statement.execute("alter role " + APPLICATION + " login nosuperuser nocreatedb nocreaterole noreplication"
                    + " nobypassrls password '" + passwords.application() + "'");
            if (isMissing(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + APPLICATION);
            }
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }
}
