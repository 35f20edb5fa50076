package io.plumbline.connector.api;

/** Takes assets as they are read. Safe for many threads; blocks while the receiver is behind. */
@FunctionalInterface
public interface AssetSink {
    void asset(AssetRecord asset) throws InterruptedException;
}
