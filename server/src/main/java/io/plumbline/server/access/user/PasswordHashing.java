package io.plumbline.server.access.user;

import io.plumbline.server.platform.web.TooMany;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id, two at a time, and some more that wait: each takes 19 MiB for as long as it runs, and sign-ins that come all at once
 * must take neither the memory that a sync needs nor the threads that everybody needs. Safe for many threads.
 */
final class PasswordHashing implements PasswordEncoder {

    static final int AT_A_TIME = 2;
    static final int WAITING = 30;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private final PasswordEncoder argon2;
    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final Semaphore room = new Semaphore(AT_A_TIME + WAITING);

    PasswordHashing() {
        this(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES));
    }

    /** @param argon2 another one for tests */
    PasswordHashing(PasswordEncoder argon2) {
        this.argon2 = argon2;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> argon2.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return Boolean.TRUE.equals(inTurn(() -> argon2.matches(password, hash)));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return argon2.upgradeEncoding(hash);
    }

    /** Whether whoever comes next is turned away. */
    boolean isFull() {
        return room.availablePermits() == 0;
    }

    /** @throws TooMany where so many wait already that nobody can say when it would be this one's turn */
    private <T> @Nullable T inTurn(Supplier<@Nullable T> work) {
        if (!room.tryAcquire()) {
            throw new TooMany("Too many passwords are being checked at this moment. Try again in some seconds.");
        }
        try {
            places.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                places.release();
            }
        } finally {
            room.release();
        }
    }
}
