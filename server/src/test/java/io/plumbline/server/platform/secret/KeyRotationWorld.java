package io.plumbline.server.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.server.platform.database.MigratedDatabase;
import io.plumbline.server.platform.lifecycle.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** An installation whose master key can be changed, with secrets of its own and servers that open them. */
abstract class KeyRotationWorld {

    static final Secret API_KEY = Secret.of("k3y");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    TestDatabase database;
    JdbcClient jdbc;
    TransactionTemplate transaction;

    @BeforeEach
    void start() {
        database = MigratedDatabase.create();
        DataSource source = MigratedDatabase.source(database);
        jdbc = JdbcClient.create(source);
        jdbc.sql("create table kept (place text primary key, sealed bytea)").update();
        transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    SecretBox server(String... given) {
        return new SecretBoxes(jdbc).open(given.length == 0 ? Optional.empty() : Optional.of(given[0]), folder);
    }

    KeyRotation rotation(String... given) {
        MockEnvironment environment = new MockEnvironment().withProperty("plumbline.data", folder.toString());
        if (given.length > 0) {
            environment.setProperty("plumbline.master-key", given[0]);
        }
        return new KeyRotation(jdbc, transaction, new Settings(environment), List.of(this::resealAll));
    }

    void keep(SecretBox box, String place) {
        transaction.executeWithoutResult(_ -> jdbc.sql("insert into kept (place, sealed) values (:place, :sealed)")
                .param("place", place)
                .param("sealed", box.seal(place, API_KEY))
                .update());
    }

    Secret opened(SecretBox box, String place) {
        return box.open(
                place,
                jdbc.sql("select sealed from kept where place = :place")
                        .param("place", place)
                        .query((row, _) -> row.getBytes(1))
                        .single());
    }

    long resealAll(SealedRows.Resealing reseal) {
        List<String> places =
                jdbc.sql("select place from kept").query(String.class).list();
        places.forEach(place -> jdbc.sql("update kept set sealed = :sealed where place = :place")
                .param("place", place)
                .param(
                        "sealed",
                        reseal.apply(
                                place,
                                jdbc.sql("select sealed from kept where place = :place")
                                        .param("place", place)
                                        .query((row, _) -> row.getBytes(1))
                                        .single()))
                .update());
        return places.size();
    }

    int currentKey() {
        return KeyRing.idOf(jdbc.sql("select sealed from secret_check")
                .query((row, _) -> row.getBytes(1))
                .single());
    }

    static <T> T outcome(Future<T> work) throws Exception {
        return work.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    static void await(CountDownLatch signal) throws InterruptedException {
        assertThat(signal.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the signal came")
                .isTrue();
    }

    void awaitSomebodyWaiting() {
        JdbcClient other = JdbcClient.create(MigratedDatabase.source(database));
        Awaitility.await("somebody who waits for a lock")
                .atMost(PATIENCE)
                .until(() -> other.sql("""
                                select exists (select from pg_stat_activity
                                               where datname = current_database() and wait_event_type = 'Lock')""").query(Boolean.class).single());
    }
}
