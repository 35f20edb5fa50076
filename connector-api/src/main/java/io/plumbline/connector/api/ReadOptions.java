package io.plumbline.connector.api;

/**
 * What a read is asked for.
 *
 * @param maxAssets the most assets the source may hold before the read is refused; 1 to 10,000,000
 */
public record ReadOptions(int maxAssets) {}
