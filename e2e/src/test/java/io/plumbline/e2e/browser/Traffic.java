package io.plumbline.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicLong;

/** How many bytes travel to a window, headers and all that its pages load included. */
final class Traffic {

    private final AtomicLong bytes = new AtomicLong();

    Traffic(Page page) {
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.on("Network.loadingFinished", event -> bytes.addAndGet(length(event)));
    }

    /** Since it was asked before. */
    long bytes() {
        return bytes.getAndSet(0);
    }

    private static long length(JsonObject event) {
        return event.get("encodedDataLength").getAsLong();
    }
}
