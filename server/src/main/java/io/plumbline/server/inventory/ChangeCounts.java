package io.plumbline.server.inventory;

import org.jspecify.annotations.Nullable;

/**
 * What a change set amounts to.
 *
 * @param findings null where no findings were read
 */
public record ChangeCounts(Assets assets, @Nullable Findings findings) {

    /** {@code received = created + updated + unchanged + restored}; archived stands beside that sum. */
    public record Assets(long received, long created, long updated, long unchanged, long archived, long restored) {

        /** What a sync shows that changed nothing. */
        public static Assets onlyReceived(long received) {
            return new Assets(received, 0, 0, 0, 0, 0);
        }
    }

    /**
     * {@code received = created + updated + unchanged + resurfaced + unmatched + onArchived + filtered}, in distinct pairs of
     * name and weakness; fixed stands beside that sum.
     */
    public record Findings(
            long received,
            long created,
            long updated,
            long unchanged,
            long fixed,
            long resurfaced,
            long unmatched,
            long onArchived,
            long filtered) {

        public static Findings onlyReceived(long received) {
            return new Findings(received, 0, 0, 0, 0, 0, 0, 0, 0);
        }
    }
}
