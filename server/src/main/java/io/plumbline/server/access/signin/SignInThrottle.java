package io.plumbline.server.access.signin;

import io.plumbline.server.access.user.UserStore;
import io.plumbline.server.platform.secret.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often somebody may try to sign in. Tries fall into buckets that leak: for one address, for one account, for the two together.
 * Where one is full, nothing is compared. The browsers from which the account has signed in before ({@link KnownBrowser}) share a
 * bucket of their own: whoever fills the others, to guess or to lock out, does not keep those people from their work. Safe for many
 * threads and many servers.
 */
@Component
class SignInThrottle {

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SignInThrottle(JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * @param capacity so many tries at once
     * @param leak after this time one more
     */
    private record Bucket(String key, int capacity, Duration leak) {}

    /** @param knownBrowser whether the account has signed in from there before */
    record Try(String name, String address, boolean knownBrowser) {

        private List<Bucket> buckets() {
            String account = digest(UserStore.key(name));
            if (knownBrowser) {
                return List.of(new Bucket("browsers of " + account, 10, Duration.ofMinutes(1)));
            }
            String network = AddressGroup.of(address);
            return List.of(
                    new Bucket("address " + network, 20, Duration.ofSeconds(15)),
                    new Bucket("account " + account, 30, Duration.ofSeconds(30)),
                    new Bucket("pair " + account + " " + network, 5, Duration.ofMinutes(1)));
        }
    }

    /**
     * Counts a try before it is made, so that tries at the same time count too.
     *
     * @return whether it may be made
     */
    boolean admit(Try tried) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean admitted = tried.buckets().stream().allMatch(this::fill);
            if (!admitted) {
                status.setRollbackOnly();
            }
            return admitted;
        }));
    }

    /** Takes a try back: it was right, or not looked at after all. */
    void takeBack(Try tried) {
        transaction.executeWithoutResult(_ -> tried.buckets().forEach(this::empty));
        // By itself: it waits for others' buckets, and must hold none of its own meanwhile.
        jdbc.sql("delete from sign_in_bucket where at < :longAgo")
                .param("longAgo", clock.instant().minus(FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Likewise for the current password that a change asks for, by who is signed in as the user. */
    boolean admitChange(int user) {
        return fill(ofChanges(user));
    }

    void takeBackChange(int user) {
        empty(ofChanges(user));
    }

    private static Bucket ofChanges(int user) {
        return new Bucket("change " + user, 10, Duration.ofMinutes(1));
    }

    boolean mayNoteChange(int user) {
        return fill(new Bucket("noted change " + user, 10, Duration.ofMinutes(1)));
    }

    /** Whether the audit log takes one more of the lines that anybody can cause without limit. */
    boolean mayNote(String address) {
        return fill(new Bucket("noted " + AddressGroup.of(address), 10, Duration.ofMinutes(1)));
    }

    private boolean fill(Bucket bucket) {
        return jdbc.sql("""
                        insert into sign_in_bucket as b (key, level, at) values (:key, 1, :now)
                        on conflict (key) do update
                          set level = greatest(0, b.level - extract(epoch from :now - b.at) / :leak) + 1, at = :now
                          where greatest(0, b.level - extract(epoch from :now - b.at) / :leak) + 1 <= :capacity""")
                        .param("key", bucket.key())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("leak", bucket.leak().toSeconds())
                        .param("capacity", bucket.capacity())
                        .update()
                == 1;
    }

    private void empty(Bucket bucket) {
        jdbc.sql("update sign_in_bucket set level = greatest(0, level - 1) where key = :key")
                .param("key", bucket.key())
                .update();
    }

    /** However long a name somebody sends. */
    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text));
    }
}
