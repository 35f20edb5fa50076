package io.plumbline.server.platform.listing;

/**
 * How the records of an export are written. Safe for many threads.
 *
 * @param <T> the representation of a record
 */
interface ExportFormat<T> {

    /** With its charset. */
    String contentType();

    /** Of the file that a browser saves. */
    String extension();

    /** What comes before the first record; there even when there is none. */
    String head();

    /** One record with what ends it. */
    String line(T item);
}
