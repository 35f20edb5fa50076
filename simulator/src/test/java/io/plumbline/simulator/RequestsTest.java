package io.plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestsTest extends TenantTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void requestsAreCountedPerCallAlsoThoseThatAreRefused() {
        page(0);
        page(0);
        client.send(client.post(Call.GET_QUOTA.path(), "{}", "wrong", "11"));

        assertThat(console.requests().count(Call.GET_ENDPOINT)).isEqualTo(2);
        assertThat(console.requests().count(Call.GET_QUOTA)).isEqualTo(1);
        assertThat(console.requests().count(Call.GET_DATASETS)).isZero();
        assertThat(console.requests().total()).isEqualTo(3);

        console.requests().reset();
        assertThat(console.requests().total()).isZero();
    }

    @Test
    void aHeldRequestIsAnsweredWhenItIsReleased() throws Exception {
        var hold = console.requests().hold(Call.GET_ENDPOINT, 2);
        page(0);

        var second = CompletableFuture.supplyAsync(() -> page(100));
        assertThat(hold.awaitArrival(SOON)).isTrue();
        assertThat(second).isNotDone();

        hold.release();
        assertThat(second.get(10, TimeUnit.SECONDS)).hasSize(100);
    }

    @Test
    void aHeldRequestIsAnsweredWithTheDataOfItsRelease() throws Exception {
        var gone = console.endpoints().idAt(0);
        var hold = console.requests().hold(Call.GET_ENDPOINT, 1);
        var first = CompletableFuture.supplyAsync(() -> page(0));
        assertThat(hold.awaitArrival(SOON)).isTrue();

        console.endpoints().remove(gone);
        console.requests().releaseAll();

        assertThat(first.get(10, TimeUnit.SECONDS)).hasSize(100).doesNotContain(gone);
    }

    @Test
    void arrivalIsAwaitedUntilTheTimeIsUp() throws Exception {
        assertThat(console.requests().await(Call.GET_ENDPOINT, 1, Duration.ofMillis(1)))
                .isFalse();
        assertThat(console.requests().hold(Call.GET_ENDPOINT, 1).awaitArrival(Duration.ofMillis(1)))
                .isFalse();
        console.requests().releaseAll();

        page(0);
        assertThat(console.requests().await(Call.GET_ENDPOINT, 1, SOON)).isTrue();
    }

    @Test
    void pagesDriftWhenAnEndpointGoesBetweenThem() {
        var first = console.endpoints().idAt(0);
        var skipped = console.endpoints().idAt(100);
        console.requests().after(Call.GET_ENDPOINT, 1, () -> console.endpoints().remove(first));

        var seen = new HashSet<>(page(0));
        seen.addAll(page(100));
        seen.addAll(page(200));

        // What came after the one that went has moved to the page that was read already.
        assertThat(seen).contains(first).doesNotContain(skipped).hasSize(229);
    }

    @Test
    void theAnswerAfterWhichSomethingHappensIsStillTheOldOne() {
        console.requests()
                .after(
                        Call.GET_ENDPOINT,
                        1,
                        () -> console.endpoints().remove(console.endpoints().idAt(0)));

        assertThat(client.ask(Call.GET_ENDPOINT, "{}")
                        .reply()
                        .path("total_count")
                        .asInt())
                .isEqualTo(230);
        assertThat(client.ask(Call.GET_ENDPOINT, "{}")
                        .reply()
                        .path("total_count")
                        .asInt())
                .isEqualTo(229);
    }

    private List<String> page(int from) {
        var reply = client.ask(Call.GET_ENDPOINT, """
                {"search_from":%d,"search_to":%d,"sort":{"field":"endpoint_id","keyword":"ASC"}}
                """.formatted(from, from + 100));
        return reply.reply()
                .path("endpoints")
                .valueStream()
                .map(row -> row.path("endpoint_id").asString())
                .toList();
    }
}
