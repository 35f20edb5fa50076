package io.plumbline.server.platform.search;

import io.plumbline.server.platform.search.SearchSource.Hit;
import java.util.List;

/**
 * What was found.
 *
 * @param text empty: nothing was searched for
 * @param kinds those with hits
 */
public record SearchPage(String text, List<Kind> kinds) {

    /**
     * @param total in words, such as "1,284 assets"
     * @param href where all of them are
     * @param more whether there are more than are shown
     */
    public record Kind(String label, String total, String href, List<Hit> hits, boolean more) {}
}
