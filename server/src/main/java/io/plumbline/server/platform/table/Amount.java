package io.plumbline.server.platform.table;

import io.plumbline.server.platform.listing.Total;
import java.util.Locale;

/** A number of records as a person reads it: with separators, and a plus where it is a lower bound. */
public record Amount(long count, boolean isExact) {

    static Amount of(Total total) {
        return new Amount(total.count(), total.isExact());
    }

    public static String text(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** "1 asset", "1,284 assets". */
    public static String of(long count, String one, String many) {
        return text(count) + " " + (count == 1 ? one : many);
    }

    /** Which of them a page shows, such as "51–100 of 1,284"; the empty text where it shows none. */
    public String span(long from, long to) {
        return to < from ? "" : text(from) + "–" + text(to) + " of " + text();
    }

    public String text() {
        return text(count) + (isExact ? "" : "+");
    }

    String of(TablePage.Words words) {
        return text() + " " + (count == 1 && isExact ? words.one() : words.many());
    }
}
