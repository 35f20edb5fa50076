package io.plumbline.connector.api;

/** How a read of findings ended: whole, or it would have thrown. */
public sealed interface FindingsRead {

    /**
     * Every row was read.
     *
     * @param rows rows the source sent
     * @param droppedRows rows without identity or beyond what can be stored; where there are any, absence proves nothing
     */
    record Completed(long rows, long droppedRows) implements FindingsRead {}

    /**
     * The source has no findings to give and nothing proves that there are none; statuses stay as they are.
     *
     * @param message one sentence: why
     * @param remedy one sentence: what to do
     */
    record Skipped(String message, String remedy) implements FindingsRead {}
}
