package io.plumbline.server.sync;

import java.time.Instant;

/**
 * How far one part of a sync's read has come.
 *
 * @param since when its reading began
 * @param pages as many as have been read, where the source gives pages; rows come one by one
 * @param done items read
 * @param total 0: unknown
 */
public record ReadPart(Part part, Instant since, long pages, long done, long total) {

    /** What is read, in this order. */
    public enum Part {
        ENDPOINTS,
        ROWS
    }
}
