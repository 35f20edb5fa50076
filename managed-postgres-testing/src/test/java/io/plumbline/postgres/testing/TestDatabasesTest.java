package io.plumbline.postgres.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestDatabasesTest {

    @Test
    void eachDatabaseIsEmptyAndItsOwn() throws SQLException {
        try (TestDatabase first = TestDatabases.create();
                TestDatabase second = TestDatabases.create()) {
            execute(first, "create table only_here (id int)");

            assertThat(query(first, "select count(*) from pg_tables where tablename = 'only_here'"))
                    .isEqualTo("1");
            assertThat(query(second, "select count(*) from pg_tables where tablename = 'only_here'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aTemplateIsPreparedOnceAndCopied() throws SQLException {
        AtomicInteger preparations = new AtomicInteger();
        TestDatabases.Preparation preparation = database -> {
            preparations.incrementAndGet();
            execute(database, "create table migrated (id int)");
        };
        try (TestDatabase first = TestDatabases.createFromTemplate("migrated", preparation);
                TestDatabase second = TestDatabases.createFromTemplate("migrated", preparation)) {
            execute(first, "insert into migrated values (1)");

            assertThat(query(first, "select count(*) from migrated")).isEqualTo("1");
            assertThat(query(second, "select count(*) from migrated")).isEqualTo("0");
            assertThat(preparations).hasValue(1);
        }
    }

    @Test
    void itsSessionsHaveATimeZoneUnlikeTheJvms() throws SQLException {
        try (TestDatabase database = TestDatabases.create()) {
            assertThat(query(database, "show timezone"))
                    .isEqualTo(TestDatabases.SESSION_TIME_ZONE)
                    .isNotEqualTo(ZoneId.systemDefault().getId());
        }
    }

    @Test
    void itsRoleIsNoSuperuserButMayMakeSchemas() throws SQLException {
        try (TestDatabase database = TestDatabases.create()) {
            execute(database, "create schema staging");

            assertThat(query(database, "select rolsuper or rolcreatedb from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void aClosedDatabaseIsGoneEvenIfSomebodyIsConnected() throws SQLException {
        TestDatabase database = TestDatabases.create();
        try (var connection = database.connect()) {
            database.close();

            assertThat(connection.isValid(1)).isFalse();
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
