package io.plumbline.simulator.xql;

/** A query that can be read but not carried out: the vendor says so only with the results, by the status FAIL. */
public final class QueryFailure extends RuntimeException {

    QueryFailure(String message) {
        super(message);
    }
}
