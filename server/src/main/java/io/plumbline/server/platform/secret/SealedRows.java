package io.plumbline.server.platform.secret;

/** Rows that hold something sealed, of whichever package they are. */
@FunctionalInterface
public interface SealedRows {

    /**
     * Seals each of them anew, in the transaction that is there.
     *
     * @param reseal takes the place and what is sealed for it, and tells what to store instead
     * @return how many there are
     */
    long resealAll(Resealing reseal);

    /** From one key to the next. */
    @FunctionalInterface
    interface Resealing {

        /** @throws IllegalStateException where it does not open */
        byte[] apply(String place, byte[] sealed);
    }
}
