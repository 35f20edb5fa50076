package io.plumbline.server.platform.search;

import io.plumbline.server.platform.listing.Total;
import io.plumbline.server.platform.page.Section;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of things that can be searched for. Safe for many threads. Shown in the order of the sections. */
public interface SearchSource {

    /** As many hits as the page shows of each kind. */
    int SHOWN = 5;

    Section section();

    /** Where all hits are. */
    default String all(String text) {
        return section().path() + "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What contains the text, in the order of its list, {@link #SHOWN} at most. */
    Found find(String text);

    /**
     * What bears exactly this name, whatever its case.
     *
     * @return none, the one there is, or any two of several
     */
    List<Hit> named(String text);

    /** @param total of the list that the section shows for the text */
    record Found(Total total, List<Hit> hits) {}

    /**
     * @param name a vendor's, it may hold anything
     * @param href a path of ours
     * @param note what else helps to tell it from others; null: nothing
     */
    record Hit(String name, String href, @Nullable String note) {}
}
