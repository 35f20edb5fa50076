package io.plumbline.server.platform.outbound;

import io.plumbline.connector.api.HttpCall;
import io.plumbline.connector.api.HttpTransport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Short ways to routes and calls in tests. */
final class Routes {

    static final Duration PATIENT = Duration.ofSeconds(20);

    private Routes() {}

    static OutboundRules rules(String... allowed) {
        return new OutboundRules(HostList.parse(List.of(allowed), "HOSTS"), HostList.parse(List.of(), "PROXIES"));
    }

    static OutboundTransports toThisMachine() {
        return new OutboundTransports(rules("127.0.0.1", "localhost"));
    }

    static HttpTransport to(OutboundTransports transports, URI base) {
        return transports.transportFor(new TenantRoute(base, null, null, 1_000));
    }

    static HttpCall get(URI base, String path) {
        return get(base, path, PATIENT);
    }

    static HttpCall get(URI base, String path, Duration timeout) {
        return new HttpCall("GET", base.resolve(path), Map.of(), null, timeout);
    }

    /** Waits without a checked exception, for servers that hang on purpose. */
    static void awaitQuietly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException wakeUp) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
