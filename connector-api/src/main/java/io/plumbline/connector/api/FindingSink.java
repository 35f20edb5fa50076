package io.plumbline.connector.api;

/**
 * Takes weaknesses and the names they affect as they are read. Names may come before the weakness of their row is known: the row
 * number ties them together. Names of a row that never gets a weakness are forgotten. Safe for many threads; blocks while the
 * receiver is behind.
 */
public interface FindingSink {

    /**
     * @param row the number of the vendor's row, from 0, each row its own
     * @param assetName trimmed, not blank, at most 512 bytes of UTF-8
     */
    void affected(int row, String assetName) throws InterruptedException;

    void weakness(int row, WeaknessRecord weakness) throws InterruptedException;
}
