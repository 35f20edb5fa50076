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

    /**
     * What a person should know although the read goes on: shown beside the sync, and in its log.
     *
     * @param code stable, for machines, in upper case
     * @param message one sentence: what is so
     * @param remedy one sentence: what to do
     */
    void caution(String code, String message, String remedy);
}
