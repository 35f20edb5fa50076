package io.plumbline.server.platform.listing;

/**
 * How many records a list has.
 *
 * @param isExact false: there are at least so many
 */
public record Total(long count, boolean isExact) {

    /** As far as anything is counted one by one; also the most that is ever sorted. */
    public static final int COUNTED = 10_000;

    public static Total exactly(long count) {
        return new Total(count, true);
    }

    /** @param found as many as were found by looking for one more than {@link #COUNTED} */
    static Total counted(long found) {
        return found > COUNTED ? new Total(COUNTED, false) : exactly(found);
    }

    /** So few that they can be collected and sorted for every page. */
    public boolean isFew() {
        return isExact && count <= COUNTED;
    }
}
