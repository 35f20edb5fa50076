package io.plumbline.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many bytes travel for a page, headers and all that it loads included. */
@BrowserTest
class WeightTest {

    private static final long COLD = 600_000;
    private static final long WARM = 60_000;

    @ParameterizedTest
    @EnumSource
    void aPageIsLightTheFirstTimeAndLighterTheSecond(Place place, Stage stage) {
        try (Visit visit = stage.visit(Width.DESK)) {
            AtomicLong bytes = new AtomicLong();
            CDPSession network = visit.page().context().newCDPSession(visit.page());
            network.send("Network.enable");
            network.on("Network.loadingFinished", event -> bytes.addAndGet(length(event)));

            visit.go(place, stage);
            long cold = bytes.getAndSet(0);
            visit.go(place, stage);
            long warm = bytes.get();

            assertThat(cold).as("with nothing kept").isBetween(1L, COLD);
            assertThat(warm).as("with a warm cache").isBetween(1L, WARM);
        }
    }

    private static long length(JsonObject event) {
        return event.get("encodedDataLength").getAsLong();
    }
}
