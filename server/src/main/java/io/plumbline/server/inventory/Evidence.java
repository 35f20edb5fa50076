package io.plumbline.server.inventory;

import java.util.OptionalLong;

/**
 * What a run read, and what absence from it proves.
 *
 * @param endpoints COMPLETE: an asset that was not returned is gone
 * @param findings COMPLETE: a finding that was not returned is fixed. NONE: the part was not read, or skipped
 * @param tally what the source said of the endpoints beside giving them
 */
public record Evidence(Part endpoints, Part findings, Tally tally) {

    /** Nothing was read: a run that only re-judges what is known. */
    public static final Evidence NOTHING_READ = new Evidence(Part.NONE, Part.NONE);

    /** Where the source said nothing more. */
    public Evidence(Part endpoints, Part findings) {
        this(endpoints, findings, Tally.NONE);
    }

    /**
     * @param total how many there are, where it says so
     * @param dropped rows without identity or beyond what can be stored
     */
    public record Tally(OptionalLong total, long dropped) {

        public static final Tally NONE = new Tally(OptionalLong.empty(), 0);
    }

    public enum Part {
        /** Read to its end, nothing dropped. */
        COMPLETE,
        /** Read to its end, but some rows had to be dropped: what is there counts, absence proves nothing. */
        GAPS,
        /** Not read. */
        NONE
    }

    boolean endpointsComplete() {
        return endpoints == Part.COMPLETE;
    }

    boolean findingsComplete() {
        return findings == Part.COMPLETE;
    }

    boolean findingsRead() {
        return findings != Part.NONE;
    }
}
