package io.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedPostgresTest {

    private static final List<String> LOG = new CopyOnWriteArrayList<>();

    @TempDir
    static Path temporary;

    private static ManagedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = ManagedPostgres.start(Fixture.options(temporary.resolve("data"))
                .withLog(LOG::add)
                .withSettings(Map.of("shared_buffers", "32MB")));
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void itsRoleOwnsItsDatabaseAndIsNoSuperuser() throws Exception {
        assertThat(Fixture.query(
                        postgres,
                        "select rolsuper or rolcreatedb or rolcreaterole or rolreplication"
                                + " from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThat(Fixture.query(
                        postgres,
                        "select pg_get_userbyid(datdba) = current_user from pg_database"
                                + " where datname = current_database()"))
                .isEqualTo("t");
        Fixture.query(postgres, "create schema inventory");
        assertThatThrownBy(() -> Fixture.query(postgres, "copy (select 1) to program 'id'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void itIsDurableAndChecksItsPages() throws Exception {
        assertThat(show("fsync")).isEqualTo("on");
        assertThat(show("full_page_writes")).isEqualTo("on");
        assertThat(show("data_checksums")).isEqualTo("on");
        assertThat(show("wal_level")).isEqualTo("minimal");
    }

    @Test
    void itSpeaksUtf8AndKnowsLettersBeyondAscii() throws Exception {
        assertThat(show("server_encoding")).isEqualTo("UTF8");
        assertThat(Fixture.query(postgres, "select lower('ÄÖÜ-ŁÓDŹ')")).isEqualTo("äöü-łódź");
    }

    @Test
    void aSettingOfTheCallerGoesBeforeTheBuiltInOne() throws Exception {
        assertThat(show("shared_buffers")).isEqualTo("32MB");
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> Fixture.query(postgres.jdbcUrl(), postgres.user(), "wrong", "select 1"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void onlyThisMachineReachesIt() throws Exception {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, postgres.port()).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
        assertThat(show("listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void itsLogTellsNothingOfStatementsOrValues() throws Exception {
        Fixture.query(postgres, "create table host (name text primary key)");
        Fixture.query(postgres, "insert into host values ('secret-host')");
        assertThatThrownBy(() -> Fixture.query(postgres, "insert into host values ('secret-host')"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> Fixture.query(postgres, "select 'secret-host'::int"))
                .isInstanceOf(SQLException.class);

        try (ManagedPostgres other = ManagedPostgres.start(
                Fixture.options(temporary.resolve("other")).withLog(LOG::add))) {
            // Its lines come after ours: what PostgreSQL had to say of the failures above is there by now.
            assertThat(other.port()).isPositive();
        }
        assertThat(LOG).anyMatch(line -> line.contains("ready to accept connections"));
        assertThat(LOG).noneMatch(line -> line.contains("secret-host"));
    }

    @Test
    void itsProcessesDoNotInheritTheServersEnvironment() throws Exception {
        Path environment =
                Path.of("/proc/" + Fixture.postmaster(temporary.resolve("data")).pid() + "/environ");
        if (Files.isReadable(environment)) {
            assertThat(Files.readString(environment)).doesNotContain("JAVA_HOME=", "HOME=");
        }
    }

    @Test
    void lostPasswordsAreReplaced() throws Exception {
        Path data = temporary.resolve("lost");
        try (ManagedPostgres before = ManagedPostgres.start(Fixture.options(data))) {
            Fixture.query(before, "create table kept as select 42 as answer");
        }
        String old = Files.readString(data.resolve("pg.passwords"));
        Files.delete(data.resolve("pg.passwords"));
        try (ManagedPostgres after = ManagedPostgres.start(Fixture.options(data))) {
            assertThat(Fixture.query(after, "select answer from kept")).isEqualTo("42");
        }
        assertThat(Files.readString(data.resolve("pg.passwords"))).isNotEqualTo(old);
    }

    @Test
    void aStartThatTakesTooLongIsGivenUpAndLeavesNothingRunning() throws Exception {
        Path data = temporary.resolve("slow");
        ManagedPostgres.start(Fixture.options(data)).close();

        assertThatExceptionOfType(PostgresStartException.class)
                .isThrownBy(() -> ManagedPostgres.start(Fixture.options(data).withStartTimeout(Duration.ofNanos(1))))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(PostgresStartFailure.TIMED_OUT));
        assertThat(data.resolve("pg/postmaster.pid")).doesNotExist();
        ManagedPostgres.start(Fixture.options(data)).close();
    }

    @Test
    void aSettingThatPostgresRefusesIsNamed() {
        assertThatExceptionOfType(PostgresStartException.class)
                .isThrownBy(() -> ManagedPostgres.start(
                        Fixture.options(temporary.resolve("refused")).withSettings(Map.of("no_such_setting", "1"))))
                .withMessageContaining("no_such_setting")
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(PostgresStartFailure.SERVER_ENDED));
    }

    @Test
    void closingTwiceIsHarmlessAndCutsConnections() throws Exception {
        ManagedPostgres closing = ManagedPostgres.start(Fixture.options(temporary.resolve("closing")));
        try (var connection = DriverManager.getConnection(closing.jdbcUrl(), closing.user(), closing.password())) {
            closing.close();
            closing.close();

            assertThat(connection.isValid(1)).isFalse();
            assertThat(closing.onExit()).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(0);
        }
    }

    private static String show(String setting) throws SQLException {
        return Fixture.query(postgres, "show " + setting);
    }
}
