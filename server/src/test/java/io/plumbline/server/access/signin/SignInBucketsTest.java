package io.plumbline.server.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.postgres.testing.TestDatabase;
import io.plumbline.server.platform.database.MigratedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each bucket of its own: how many tries it takes at once, how fast it leaks, and whose it is. */
class SignInBucketsTest {

    private final TestDatabase database = MigratedDatabase.create();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final DataSource source = MigratedDatabase.source(database);
    private final SignInThrottle throttle = new SignInThrottle(
            JdbcClient.create(source),
            ((InstantSource) now::get).withZone(ZoneOffset.UTC),
            new TransactionTemplate(new JdbcTransactionManager(source)));

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void oneAccountHasThirtyTriesFromWhereverAndTwoMoreAMinute() {
        for (int i = 0; i < 30; i++) {
            assertThat(fromElsewhere("admin", i)).isTrue();
        }
        assertThat(fromElsewhere("Admin", 30)).isFalse();
        assertThat(fromElsewhere("other", 30)).isTrue();

        pass(Duration.ofSeconds(30));
        assertThat(fromElsewhere("admin", 31)).isTrue();
        assertThat(fromElsewhere("admin", 32)).isFalse();
    }

    @Test
    void oneAddressHasTwentyTriesForWhomeverAndFourMoreAMinute() {
        for (int i = 0; i < 20; i++) {
            assertThat(attempt("user " + i, "192.0.2.1")).isTrue();
        }
        assertThat(attempt("user 20", "192.0.2.1")).isFalse();
        assertThat(attempt("user 20", "192.0.2.2")).isTrue();

        pass(Duration.ofSeconds(15));
        assertThat(attempt("user 21", "192.0.2.1")).isTrue();
        assertThat(attempt("user 22", "192.0.2.1")).isFalse();
    }

    @Test
    void oneAccountFromOneAddressHasFiveTriesAndOneMoreAMinute() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("admin", "192.0.2.1")).isTrue();
        }
        assertThat(attempt("admin", "192.0.2.1")).isFalse();

        pass(Duration.ofMinutes(1));
        assertThat(attempt("admin", "192.0.2.1")).isTrue();
        assertThat(attempt("admin", "192.0.2.1")).isFalse();
    }

    @Test
    void knownBrowsersHaveTenTriesTogetherHoweverFullTheOthersAre() {
        for (int i = 0; i < 40; i++) {
            boolean _ = fromElsewhere("admin", i);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(fromAKnownBrowser()).isTrue();
        }
        assertThat(fromAKnownBrowser()).isFalse();
    }

    /** Else somebody who is turned away for one account would use up the tries of others at the same address. */
    @Test
    void aTryThatIsNotMadeFillsNoBucket() {
        for (int i = 0; i < 25; i++) {
            boolean _ = attempt("admin", "192.0.2.1");
        }
        for (int i = 0; i < 15; i++) {
            assertThat(attempt("user " + i, "192.0.2.1")).isTrue();
        }
    }

    private boolean fromElsewhere(String name, int number) {
        return attempt(name, "198.51.100." + number);
    }

    private boolean attempt(String name, String address) {
        return throttle.admit(new SignInThrottle.Try(name, address, false));
    }

    private boolean fromAKnownBrowser() {
        return throttle.admit(new SignInThrottle.Try("admin", "192.0.2.1", true));
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
