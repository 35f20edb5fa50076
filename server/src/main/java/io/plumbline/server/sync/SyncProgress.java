package io.plumbline.server.sync;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The moving part of a sync's page, as it is asked for again and again.
 *
 * @param news what to tell who cannot see it; empty where it is known
 */
public record SyncProgress(SyncView view, String news) {

    /** Where to ask again. */
    public String next() {
        return view.path() + "/progress?seen=" + URLEncoder.encode(view.news(), StandardCharsets.UTF_8);
    }
}
