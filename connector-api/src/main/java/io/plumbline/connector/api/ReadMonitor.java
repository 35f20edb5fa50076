package io.plumbline.connector.api;

/** Where a read tells how it goes. Safe for many threads. Messages carry no secret and no line break. */
public interface ReadMonitor {

    /**
     * The number of items this read expects, endpoints or rows; may be corrected upwards.
     */
    void expect(long total);

    /** {@code items} more have been read; told once a page where the source gives pages. */
    void progress(long items);

    void info(String message);

    void warn(String message);
}
