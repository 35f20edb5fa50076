package io.plumbline.simulator.vendor;

import io.plumbline.simulator.http.Response;

/** Ends the work on a request with an error reply. */
final class Refusal extends RuntimeException {

    private final transient Response response;

    Refusal(Response response) {
        super("refused", null, false, false);
        this.response = response;
    }

    /** The vendor's status for everything that is wrong with a request. */
    static Refusal badRequest(String extra) {
        return new Refusal(Envelope.error(500, Envelope.API_ERROR, extra));
    }

    Response response() {
        return response;
    }
}
