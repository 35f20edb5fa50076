package io.plumbline.server.inventory;

/**
 * What a run read, and what absence from it proves.
 *
 * @param endpoints COMPLETE: an asset that was not returned is gone
 * @param findings COMPLETE: a finding that was not returned is fixed. NONE: the part was not read, or skipped
 */
public record Evidence(Part endpoints, Part findings) {

    /** Nothing was read: a run that only re-judges what is known. */
    public static final Evidence NOTHING_READ = new Evidence(Part.NONE, Part.NONE);

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
