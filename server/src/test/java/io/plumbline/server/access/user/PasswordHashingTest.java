package io.plumbline.server.access.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.server.platform.web.TooMany;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Sign-ins that come all at once take neither the memory nor the threads of everybody else. */
class PasswordHashingTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** Takes as long as the test wants. */
    private final PasswordHashing hashing = new PasswordHashing(new PasswordEncoder() {

        @Override
        public String encode(@Nullable CharSequence password) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                running.decrementAndGet();
            }
            return "hash";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return false;
        }
    });

    @Test
    void twoRunSomeWaitAndTheRestIsTurnedAway() throws Exception {
        int all = PasswordHashing.AT_A_TIME + PasswordHashing.WAITING;
        try (ExecutorService threads = Executors.newFixedThreadPool(all)) {
            List<Future<@Nullable String>> hashes = IntStream.range(0, all)
                    .mapToObj(_ -> threads.submit(() -> hashing.encode("password")))
                    .toList();
            Awaitility.await("all to be there").until(() -> hashing.isFull());

            assertThatThrownBy(() -> hashing.encode("password")).isInstanceOf(TooMany.class);
            assertThatThrownBy(() -> hashing.matches("password", "hash")).isInstanceOf(TooMany.class);

            end.countDown();
            for (Future<@Nullable String> hash : hashes) {
                assertThat(hash.get()).isEqualTo("hash");
            }
        }
        assertThat(most).hasValue(PasswordHashing.AT_A_TIME);
        assertThat(hashing.encode("password")).as("there is room again").isEqualTo("hash");
    }
}
