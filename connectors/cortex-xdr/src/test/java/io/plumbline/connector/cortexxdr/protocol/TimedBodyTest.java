package io.plumbline.connector.cortexxdr.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.connector.api.TransportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimedBodyTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final TimedBody body =
            new TimedBody(new ByteArrayInputStream(new byte[10]), Duration.ofMinutes(10), nanos::get);

    @Test
    void aBodyMayTakeItsTime() throws IOException {
        assertThat(body.read()).isZero();
        nanos.addAndGet(Duration.ofMinutes(10).toNanos());

        assertThat(body.readAllBytes()).hasSize(9);
    }

    @Test
    void aBodyThatComesDropByDropHasAnEnd() throws IOException {
        assertThat(body.read()).isZero();
        nanos.addAndGet(Duration.ofMinutes(10).toNanos() + 1);

        assertThatThrownBy(body::read)
                .isInstanceOfSatisfying(
                        TransportException.class,
                        late -> assertThat(late.kind()).isEqualTo(TransportException.Kind.TIMED_OUT))
                .hasMessage("the reply was not whole after 10 minutes");
    }

    @Test
    void aBodyThatNeverPausesCanBeStopped() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(body::read).isInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
