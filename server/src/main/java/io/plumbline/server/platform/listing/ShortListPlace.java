package io.plumbline.server.platform.listing;

import io.plumbline.server.platform.web.NumberedId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a record stands in a {@link ShortList}, and where a page ended, be that record still there or not.
 *
 * @param text by which the list is sorted; the empty text where the id alone decides
 * @param id tells apart what sorts alike
 */
public record ShortListPlace(String text, int id) implements Comparable<ShortListPlace> {

    private static final Comparator<ShortListPlace> ORDER =
            Comparator.comparing(ShortListPlace::text).thenComparingInt(ShortListPlace::id);

    @Override
    public int compareTo(ShortListPlace other) {
        return ORDER.compare(this, other);
    }

    List<String> texts() {
        return List.of(text, Integer.toString(id));
    }

    /** Empty where these are not what {@link #texts} makes. */
    static Optional<ShortListPlace> parse(List<String> texts) {
        return NumberedId.of(texts.getLast(), 1).map(id -> new ShortListPlace(texts.getFirst(), id.getFirst()));
    }
}
